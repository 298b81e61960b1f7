import { newId, type Id } from '#kernel/ids.ts';
import type { Visitor } from './visitors.ts';

type Build = Readonly<{ does: (by: Visitor, command: string, input: unknown) => Promise<void>; idOf: (what: string) => Id }>;
type List = Readonly<{ key: string; partner: string; word: (field: string) => string }>;

/** What a line of a list says, for a command: a name, and enough to be registered. */
export function lineSaying(name: string) {
	return {
		...{ name, acronym: '', formerName: '', kind: 'association', placeScheme: '2025', placeCode: 'BI101', colline: '' },
		...{ membersWomen: null, membersMen: null, countedOn: null, act: null, contacts: [], themes: [], services: [] },
	};
}

/** A list that a partner is importing: one line waits, one is left out, each text bearing its canary. */
export async function aListUnderWay({ does, idOf }: Build, by: Visitor, { key, partner, word }: List): Promise<void> {
	const importId = idOf(`import ${key}`);
	const line = (number: number, name: string) => ({
		...{ id: idOf(`line ${number} ${key}`), organisationId: newId(), number, cells: [word('listcell')], fields: lineSaying(name), notes: [] },
		...{ faults: [], candidates: [{ organisationId: idOf(`organisation ${key}`), likeness: 0.9 }] },
	});
	await does(by, 'registry.begin-import', {
		...{ id: importId, partnerId: idOf(`partner ${partner}`), fileName: `${word('listfile')}.csv`, digest: 'd'.repeat(64), readOn: '2026-11-01' },
		...{ head: ['Nom'], columns: ['name'], kindByDefault: null, placeScheme: '2025', notes: [] },
		lines: [line(2, word('listname')), line(3, 'Une autre')],
	});
	await does(by, 'registry.leave-import-lines', { importId, lineIds: [idOf(`line 3 ${key}`)], reason: word('listnote') });
}
