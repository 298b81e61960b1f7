import type { Manifest } from '#platform/commands/registry.ts';
import { permissions } from './access.ts';
import { meetPerson } from './commands/meet-person.ts';
import { persons } from './schema.ts';

export const people: Manifest = {
	name: 'people',
	tables: [persons],
	commands: [meetPerson],
	reactions: [],
	permissions,
	collections: [persons],
};
