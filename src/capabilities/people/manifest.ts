import type { Manifest } from '#platform/commands/registry.ts';
import { permissions } from './access.ts';
import { correctPerson } from './commands/correct-person.ts';
import { meetPerson } from './commands/meet-person.ts';
import { mergePersons, partPersons, tellPersonsApart } from './commands/merge-persons.ts';
import { lookForTwins } from './reactions/look-for-twins.ts';
import { persons, standIns, twinKeys, twins } from './schema.ts';

export const people: Manifest = {
	name: 'people',
	tables: [persons, twinKeys, twins, standIns],
	commands: [meetPerson, correctPerson, mergePersons, partPersons, tellPersonsApart],
	reactions: [lookForTwins],
	permissions,
	collections: [persons],
};
