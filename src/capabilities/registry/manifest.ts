import type { Manifest } from '#platform/commands/registry.ts';
import { permissions } from './access.ts';
import { correctOrganisation } from './commands/correct-organisation.ts';
import { publishOrganisation, withdrawOrganisation } from './commands/publish-organisation.ts';
import { registerOrganisation } from './commands/register-organisation.ts';
import { contacts, directory, organisations } from './schema.ts';

export const registry: Manifest = {
	name: 'registry',
	tables: [organisations, contacts, directory],
	commands: [registerOrganisation, correctOrganisation, publishOrganisation, withdrawOrganisation],
	reactions: [],
	permissions,
	collections: [organisations],
};
