import type { Stage } from './demonstration.ts';

/** The people who sign in to the demonstration, with what each is; all share one printed password. */
export const CAST = [
	{ key: 'alice', fullName: 'Alice Irakoze', userName: 'alice', role: 'coordinator', at: 'programme' },
	{ key: 'beatrice', fullName: 'Béatrice Nahimana', userName: 'beatrice', role: 'animator', at: 'Maison Ruvubu' },
	{ key: 'leader 0', fullName: 'Cyprien Ndikumana', userName: 'cyprien', role: 'leader', at: 'Abarimyi b’i Gasorwe' },
	{ key: 'domitille', fullName: 'Domitille Nduwimana', userName: 'domitille', role: 'member', at: 'Abarimyi b’i Gasorwe' },
	{ key: 'evariste', fullName: 'Évariste Habonimana', userName: 'evariste', role: 'donor', at: 'programme' },
] as const;

type Given = Readonly<{ key: string; fullName: string; userName: string; role: string; at: string }>;

/** Opens the accounts of the team. Those of organisations open when their scope exists; see `openLeaders`. */
export async function demonstrationPeople({ idOf, today }: Stage, house: (name: string, input: object) => Promise<void>): Promise<void> {
	for (const person of CAST.filter(({ role }) => role !== 'leader' && role !== 'member'))
		await house('access.open-team-account', accountOf(person, idOf, today));
}

/** The input that opens an account of the demonstration. Its code is never handed out: the password is printed at start. */
export function accountOf({ key, fullName, userName, role, at }: Given, idOf: Stage['idOf'], openedOn: string) {
	const codeHash = idOf(`code ${key}`).replaceAll('-', '').padEnd(64, '0');
	return {
		id: idOf(key),
		roleId: idOf(`role ${key}`),
		codeId: idOf(`codeid ${key}`),
		codeHash,
		scopeId: idOf(at),
		fullName,
		userName,
		language: 'fr',
		role,
		openedOn,
	};
}
