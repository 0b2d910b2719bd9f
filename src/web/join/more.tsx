/** The second script: what the page loads once a visitor needs it (docs/decisions/0013-pages-are-bundled.md). */
export { MemberView } from './member.tsx';
export { RefusalView } from './refusals.tsx';
export { RegisterView } from './register.tsx';
export { InviteToRoomsView, JoinedRoomsView } from './rooms.tsx';
