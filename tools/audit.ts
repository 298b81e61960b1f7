import { parseArgs } from 'node:util';
import { verifyChain, type Verdict } from '#platform/audit/verify.ts';
import { CannotStart, inTerminal } from '../src/platform/server/cannot-start.ts';
import { readOptions } from '../src/platform/server/options.ts';
import { openExisting } from './open-house.ts';

// npm run audit -- verify [--head LINK] [--data DIR]: walks the audit chain and says what was altered, added, removed or reordered.
try {
	const { head, data } = asked();
	const house = await openExisting(readOptions(data === undefined ? [] : ['--data', data], process.env));
	try {
		const verdict = await verifyChain(house.database.owner, head);
		console.log(inWords(verdict));
		process.exitCode = verdict.sound ? 0 : 1;
	} finally {
		await house.close();
	}
} catch (failure) {
	console.error(failure instanceof CannotStart ? failure.message : failure);
	process.exitCode = 2;
}

function asked(): Readonly<{ head?: string | undefined; data?: string | undefined }> {
	const usage = new CannotStart(
		'Usage : npm run audit -- verify [--head LIEN] [--data DOSSIER]',
		'Usage: npm run audit -- verify [--head LINK] [--data DIR]',
	);
	try {
		const { values, positionals } = parseArgs({ allowPositionals: true, options: { head: { type: 'string' }, data: { type: 'string' } } });
		if (positionals.length === 1 && positionals[0] === 'verify') return values;
	} catch {
		throw usage;
	}
	throw usage;
}

function inWords({ sound, checked, unsealed, erased, head, found }: Verdict): string {
	if (!sound)
		return inTerminal(`La chaîne est rompue : ${found}. Lignes vérifiées : ${checked}.`, `The chain is broken: ${found}. Lines checked: ${checked}.`);
	return inTerminal(
		`Chaîne entière : ${checked} lignes. Pas encore scellées : ${unsealed}. Contenus effacés selon la loi : ${erased}. Tête : ${head}`,
		`The chain is whole: ${checked} lines. Not sealed yet: ${unsealed}. Contents erased by law: ${erased}. Head: ${head}`,
	);
}
