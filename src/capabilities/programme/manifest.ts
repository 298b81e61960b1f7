import type { Manifest } from '#platform/commands/registry.ts';
import { permissions } from './access.ts';
import { addBudgetLine } from './commands/add-budget-line.ts';
import { addPartner } from './commands/add-partner.ts';
import { addZone } from './commands/add-zone.ts';
import { openProgramme } from './commands/open-programme.ts';
import { stateFrame } from './commands/state-frame.ts';
import { activities, budgetLines, partners, programmes, results, zones } from './schema.ts';

export const programme: Manifest = {
	name: 'programme',
	tables: [programmes, partners, results, activities, zones, budgetLines],
	commands: [openProgramme, addPartner, stateFrame, addZone, addBudgetLine],
	reactions: [],
	permissions,
	collections: [],
};
