// `npm run bench [-- --quick]`: measures what DESIGN gives a budget and prints a table. Not a test: times depend on the machine.
import { parseArgs } from 'node:util';
import { benchAddon } from './bench/addon';
import { benchDuplicates } from './bench/duplicates';
import { benchFunction } from './bench/function';
import { buildAll } from './build';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
await buildAll();
const large = values.quick ? { contacts: 5000, interactions: 5000 } : { contacts: 50_000, interactions: 200_000 };
const rows = [...(await benchAddon(large)), ...benchDuplicates(), ...(await benchFunction())];
console.table(rows.map(({ work, measured, budget, ok }) => ({ work, measured, budget, ok: ok ? 'yes' : 'NO' })));
process.exitCode = rows.every((row) => row.ok) ? 0 : 1;
