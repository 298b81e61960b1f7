import type { Manifest } from '#platform/commands/registry.ts';
import { permissions } from './access.ts';
import { attachScan, strikeScan } from './commands/attach-scan.ts';
import { beginImport } from './commands/begin-import.ts';
import { correctImportLine } from './commands/correct-import-line.ts';
import { correctOrganisation } from './commands/correct-organisation.ts';
import { countMembers } from './commands/count-members.ts';
import { decideImportLine } from './commands/decide-import-line.ts';
import { endHistoryLine } from './commands/end-history-line.ts';
import { finishImport, setImportAside } from './commands/finish-import.ts';
import { joinNetwork } from './commands/join-network.ts';
import { addContact, correctContact, retireContact } from './commands/keep-contacts.ts';
import { leaveImportLines, resumeImportLines } from './commands/leave-import-lines.ts';
import { matchImportColumns } from './commands/match-import-columns.ts';
import { lookForOrganisationTwins } from './commands/look-for-twins.ts';
import { mergeOrganisations, partOrganisations, tellOrganisationsApart } from './commands/merge-organisations.ts';
import { publishOrganisation, withdrawOrganisation } from './commands/publish-organisation.ts';
import { registerOrganisation } from './commands/register-organisation.ts';
import { recordLegalAct } from './commands/record-legal-act.ts';
import { recordMandate } from './commands/record-mandate.ts';
import { recordMeeting } from './commands/record-meeting.ts';
import { recordOwnFunds } from './commands/record-own-funds.ts';
import { recordWork } from './commands/record-work.ts';
import { renameOrganisation } from './commands/rename-organisation.ts';
import { stateLife } from './commands/state-life.ts';
import { restoreHistoryLine, strikeHistoryLine } from './commands/strike-history-line.ts';
import { importLines, imports } from './import-schema.ts';
import { lookForTwins } from './reactions/look-for-twins.ts';
import { placePerson } from './reactions/place-person.ts';
import {
	contacts,
	directory,
	formerNames,
	headcounts,
	legalActs,
	lifeStates,
	mandates,
	meetings,
	memberships,
	organisations,
	ownFunds,
	scans,
	standIns,
	twinKeys,
	twins,
	works,
} from './schema.ts';

export const registry: Manifest = {
	name: 'registry',
	tables: [
		organisations,
		contacts,
		directory,
		legalActs,
		formerNames,
		lifeStates,
		headcounts,
		works,
		mandates,
		meetings,
		memberships,
		ownFunds,
		scans,
		imports,
		importLines,
		twinKeys,
		twins,
		standIns,
	],
	commands: [
		registerOrganisation,
		correctOrganisation,
		publishOrganisation,
		withdrawOrganisation,
		renameOrganisation,
		recordLegalAct,
		stateLife,
		countMembers,
		recordWork,
		recordMandate,
		recordMeeting,
		joinNetwork,
		recordOwnFunds,
		endHistoryLine,
		strikeHistoryLine,
		restoreHistoryLine,
		beginImport,
		matchImportColumns,
		correctImportLine,
		leaveImportLines,
		resumeImportLines,
		decideImportLine,
		finishImport,
		setImportAside,
		addContact,
		correctContact,
		retireContact,
		attachScan,
		strikeScan,
		lookForOrganisationTwins,
		mergeOrganisations,
		partOrganisations,
		tellOrganisationsApart,
	],
	reactions: [lookForTwins, placePerson],
	permissions,
	collections: [organisations],
};
