import { Database } from '../store/database.mts';

/** Writes until it is killed, and reports each confirmed write to the parent process. */
const [folder, round] = process.argv.slice(2) as [string, string];
const database = await Database.open(folder);
for (let n = 0; ; n++) {
    const _id = `${round}-${n}`;
    await database.settings.insertOne({ _id, value: 'x'.repeat(n % 5000) });
    process.send!(_id);
}
