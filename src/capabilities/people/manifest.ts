import { anyOf, type Manifest } from '#platform/commands/registry.ts';
import { permissions } from './access.ts';
import { meetPerson } from './commands/meet-person.ts';
import { persons } from './schema.ts';

export const people: Manifest = {
	name: 'people',
	tables: anyOf([persons]),
	commands: anyOf([meetPerson]),
	reactions: [],
	permissions,
	collections: anyOf([persons]),
};
