import type { Manifest } from '#platform/commands/registry.ts';
import { closeAccount } from './commands/close-account.ts';
import { handOutMemberCode, handOutTeamCode } from './commands/hand-out-code.ts';
import { openMemberAccount, openTeamAccount } from './commands/open-account.ts';
import { accounts, codes, roles } from './schema.ts';

export const access: Manifest = {
	name: 'access',
	tables: [accounts, roles, codes],
	commands: [openTeamAccount, openMemberAccount, closeAccount, handOutTeamCode, handOutMemberCode],
	reactions: [],
	permissions: {
		'access.open-team-accounts': ['administrator', 'coordinator'],
		'access.open-member-accounts': ['administrator', 'coordinator', 'animator'],
		'access.close-accounts': ['administrator', 'coordinator'],
	},
	collections: [],
};
