import type { Visitor } from '#platform/access/door/visitor.ts';

/** One line of the office's menu: where it leads, its icon, the key of its words, and the group it stands in. */
export type MenuItem = Readonly<{ href: string; icon: string; key: string; group: 'none' | 'listen' | 'answer' | 'check' | 'account' }>;

/** The menu of a person: only what she may open. */
export function menuOf(may: (permission: string) => boolean, { roles }: Visitor): readonly MenuItem[] {
	const holds = (...wanted: string[]) => roles.some(({ role }) => wanted.includes(role));
	const inProgramme = holds('coordinator', 'animator', 'leader', 'member');
	const items: readonly (MenuItem | false)[] = [
		inProgramme && { href: '/bureau', icon: 'day', key: 'page.menu-today', group: 'none' },
		inProgramme && { href: '/organisations', icon: 'organisation', key: 'page.menu-organisations', group: 'none' },
		inProgramme && { href: '/besoins', icon: 'need', key: 'page.menu-needs', group: 'listen' },
		inProgramme && { href: '/formations', icon: 'training', key: 'page.menu-training', group: 'answer' },
		inProgramme && { href: '/accompagnement', icon: 'practice', key: 'page.menu-coaching', group: 'answer' },
		may('training.keep-attendance') && { href: '/terrain', icon: 'visit', key: 'page.menu-field', group: 'answer' },
		(inProgramme || holds('donor')) && { href: '/indicateurs', icon: 'chart', key: 'page.menu-indicators', group: 'account' },
		(inProgramme || holds('donor')) && { href: '/rapports', icon: 'report', key: 'page.menu-reports', group: 'account' },
		holds('administrator', 'coordinator') && { href: '/conduite', icon: 'flag', key: 'page.menu-programmes', group: 'account' },
		(may('access.open-member-accounts') || holds('administrator')) && {
			href: '/comptes',
			icon: 'people',
			key: 'page.menu-accounts',
			group: 'account',
		},
	];
	return items.filter((item) => item !== false);
}
