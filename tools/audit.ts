import { parseArgs } from 'node:util';
import { verifyChain } from '#platform/audit/verify.ts';
import { inTerminal } from '../src/platform/server/cannot-start.ts';
import { readOptions } from '../src/platform/server/options.ts';
import { openBeside } from './open-house.ts';

// npm run audit -- verify [--head LINK] [--data DIR]: walks the audit chain and says what was altered, removed or reordered.
const { values, positionals } = parseArgs({ allowPositionals: true, strict: false, options: { head: { type: 'string' }, data: { type: 'string' } } });
if (positionals[0] !== 'verify') {
	console.error(
		inTerminal('Usage : npm run audit -- verify [--head LIEN] [--data DOSSIER]', 'Usage: npm run audit -- verify [--head LINK] [--data DIR]'),
	);
	process.exit(2);
}
const house = await openBeside(readOptions(typeof values.data === 'string' ? ['--data', values.data] : [], process.env));
const { sound, checked, head, found } = await verifyChain(house.database.owner, typeof values.head === 'string' ? values.head : undefined);
console.log(
	sound
		? inTerminal(`Chaîne entière : ${checked} lignes. Tête : ${head}`, `The chain is whole: ${checked} lines. Head: ${head}`)
		: inTerminal(`La chaîne est rompue : ${found}. Lignes vérifiées : ${checked}.`, `The chain is broken: ${found}. Lines checked: ${checked}.`),
);
await house.close();
process.exit(sound ? 0 : 1);
