import type { Manifest } from '#platform/commands/registry.ts';
import { permissions } from './access.ts';
import { correctOrganisation } from './commands/correct-organisation.ts';
import { countMembers } from './commands/count-members.ts';
import { publishOrganisation, withdrawOrganisation } from './commands/publish-organisation.ts';
import { registerOrganisation } from './commands/register-organisation.ts';
import { recordLegalAct } from './commands/record-legal-act.ts';
import { renameOrganisation } from './commands/rename-organisation.ts';
import { stateLife } from './commands/state-life.ts';
import { restoreHistoryLine, strikeHistoryLine } from './commands/strike-history-line.ts';
import { contacts, directory, formerNames, headcounts, legalActs, lifeStates, organisations } from './schema.ts';

export const registry: Manifest = {
	name: 'registry',
	tables: [organisations, contacts, directory, legalActs, formerNames, lifeStates, headcounts],
	commands: [
		registerOrganisation,
		correctOrganisation,
		publishOrganisation,
		withdrawOrganisation,
		renameOrganisation,
		recordLegalAct,
		stateLife,
		countMembers,
		strikeHistoryLine,
		restoreHistoryLine,
	],
	reactions: [],
	permissions,
	collections: [organisations],
};
