/** The text of docs/bench.md about the yardstick (serversOwn.mts). */
export const SERVERS_OWN = `### The server's own way

Rocket.Chat has invites of its own, and they are the yardstick above. They were **read in its public source and not
run**: no Rocket.Chat server and no MongoDB took part. \`test/bench/serversOwn.mts\` replays their database operations
against the database of the embedded workspace, behind the same HTTP server, with as many invites for the same rooms and
people. All operations follow one another. The source was read on 2026-11-30, each file at the newest stored commit with
\`inviteToken\`, so the files are not of one release (8.x):

| operation | database operations, in order | read in |
| --- | --- | --- |
| every request with a login | users: find by the login's hash | |
| validateInviteToken | invites: find by token (index) · rooms: find by id | \`validateInviteToken.ts\` 3356636 |
| findOrCreateInvite, finding | users, subscriptions, permissions: find the caller's roles and the permission's · subscriptions: find · rooms: find · invites: find by room, creator, days and uses (no index) | \`findOrCreateInvite.ts\` 0dd6c6b, \`authorization/service.ts\` 028925b |
| findOrCreateInvite, creating | the same · invites: insert | |
| useInviteToken | those of validateInviteToken · users: find · users: store the token · subscriptions: find · invites: add 1 to the uses · those of \`addUserToRoom\` (rooms, subscriptions: find · subscriptions: insert · rooms: count · messages: insert) | \`useInviteToken.ts\` 22a37f9, \`addUserToRoom.ts\` 00123e4 |
| listInvites | users, permissions: find · invites: find all | \`listInvites.ts\` 22a37f9 |

The index on the token is that of \`models/Invites.ts\` 2187fe6, the only one there beside the id.

The comparison is not one of equals:

- The server compares uses and limit before it adds one. Nothing holds the limit if several people come at once, and a
  use is counted before the person has joined. The app reserves seats, checks again, and gives them back.
- It writes no history, no audit lines and no notices, reads no ban, has no rate limit on tokens, and does not check
  whether the creator may still invite.
- The replay leaves out the server's callbacks, events, cloud links and validation. The server keeps roles for a second
  and permissions until they change; the replay reads them every time.
- Finding and creating search all invites here, because the source has no index for them. MongoDB would search them
  too, but not at the speed of the embedded database.
- Every operation of a real database is a round trip over a network. Compare the database operations as well as the
  times.
`;
