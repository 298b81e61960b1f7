import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand, type House } from '#platform/commands/runner.ts';
import { derivedId } from './derived-id.ts';
import { HOUSE_ACCOUNT } from './house-account.ts';

type Frame = Readonly<{
	programme: Readonly<{ code: string }> & Record<string, unknown>;
	partners: readonly Readonly<{ name: string; does: string }>[];
	results: readonly string[];
	activities: readonly string[];
}>;

/**
 * Loads the frame of a programme from its folder under `programmes/`, through the same commands that people use.
 * The ids follow from the programme's code, so loading twice changes nothing.
 */
export async function loadProgramme(house: House, root: string, code: string): Promise<void> {
	const frame = JSON.parse(readFileSync(join(root, 'programmes', code, 'programme.json'), 'utf8')) as Frame;
	const does = (what: string, name: string, input: object) => loaded(house, { id: derivedId(`${code} ${what}`), name, version: 1, input });
	const programmeId = derivedId(`${code} programme`);

	await does('open', 'programme.open-programme', { ...frame.programme, id: programmeId, coordinatorRoleId: derivedId(`${code} coordinator`) });
	for (const partner of frame.partners) {
		await does(`partner ${partner.name}`, 'programme.add-partner', { id: derivedId(`${code} ${partner.name}`), programmeId, ...partner });
	}
	const numbered = (kind: string, lines: readonly string[]) => lines.map((words, at) => ({ id: derivedId(`${code} ${kind} ${at}`), words }));
	await does('frame', 'programme.state-frame', {
		programmeId,
		results: numbered('result', frame.results),
		activities: numbered('activity', frame.activities),
	});
}

/** Runs a command of the house while loading. Throws when it is refused: what comes with the program must be right. */
export async function loaded(house: House, envelope: Parameters<typeof runCommand>[2], personId = HOUSE_ACCOUNT): Promise<void> {
	const { outcome, refusal } = await runCommand(house, { personId }, envelope);
	if (outcome !== 'applied')
		throw new Error(`${envelope.name} was refused while loading: ${JSON.stringify(refusal)} ${JSON.stringify(envelope.input).slice(0, 300)}`);
}
