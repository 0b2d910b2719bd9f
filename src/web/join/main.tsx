import { startPage } from './controller.tsx';

export * from './common.mts';

startPage();
