import { startPage } from './controller.tsx';

startPage();
