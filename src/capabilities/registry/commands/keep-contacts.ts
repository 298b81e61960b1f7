import * as v from 'valibot';
import { isRefusal, refuse } from '#kernel/refusal.ts';
import { add, defineCommand, put, scopeOf } from '#platform/commands/command.ts';
import { id } from '#platform/commands/table.ts';
import { line } from '#platform/commands/words.ts';
import { contactFields } from '../contact-fields.ts';
import { organisationTold } from '../reactions/look-for-twins.ts';
import { edit, edited, fieldsOf } from '#platform/commands/edited.ts';
import { contacts, organisations } from '../schema.ts';

const { duty, phone, email } = contactFields.entries;
const fullName = line(2, 120);
const asked = { version: 1, place: 'office', permission: 'registry.correct' } as const;

/** Adds somebody by whom an organisation is reached. Refuses a second one of the same name. */
export const addContact = defineCommand({
	...asked,
	name: 'registry.add-contact',
	input: v.object({ id, organisationId: id, fullName, duty, phone, email }),
	scope: ({ organisationId }) => scopeOf(organisations, organisationId),
	locks: ({ organisationId }) => [[organisations, organisationId]],

	async gather(records, { organisationId }) {
		return { organisation: await records.find(organisations, organisationId), others: await records.list(contacts, { organisationId, gone: false }) };
	},

	decide({ organisation, others }, contact) {
		if (typeof organisation !== 'object') return refuse('platform.not-permitted');
		const same = others.find((other) => other.fullName.toLowerCase() === contact.fullName.toLowerCase());
		if (same) return refuse('registry.contact-twice', { field: 'fullName', name: same.fullName });
		return {
			writes: [add(contacts, { ...contact, scopeId: contact.organisationId, gone: false })],
			events: [organisationTold(contact.organisationId)],
		};
	},
});

/** Corrects how somebody is reached, field by field. Refuses a field that somebody else changed meanwhile, with both values. */
export const correctContact = defineCommand({
	...asked,
	name: 'registry.correct-contact',
	input: v.object({ organisationId: id, contactId: id, fullName: edit(fullName), duty: edit(duty), phone: edit(phone), email: edit(email) }),
	scope: ({ organisationId }) => scopeOf(organisations, organisationId),
	locks: ({ contactId }) => [[contacts, contactId]],

	async gather(records, { contactId }) {
		return { before: await records.find(contacts, contactId) };
	},

	decide({ before }, { organisationId, contactId: _, ...fields }) {
		if (typeof before !== 'object' || before.organisationId !== organisationId) return refuse('platform.not-permitted');
		const after = edited(before, fieldsOf(fields));
		return isRefusal(after) ? after : { writes: [put(contacts, after)], events: [organisationTold(organisationId)] };
	},
});

/** Says that somebody is no longer to be reached for an organisation, or is again: kept, and shown no more. */
export const retireContact = defineCommand({
	...asked,
	name: 'registry.retire-contact',
	input: v.object({ organisationId: id, contactId: id, gone: v.boolean() }),
	scope: ({ organisationId }) => scopeOf(organisations, organisationId),
	locks: ({ contactId }) => [[contacts, contactId]],

	async gather(records, { contactId }) {
		return { before: await records.find(contacts, contactId) };
	},

	decide({ before }, { organisationId, gone }) {
		if (typeof before !== 'object' || before.organisationId !== organisationId) return refuse('platform.not-permitted');
		return { writes: [put(contacts, { ...before, gone })], events: [organisationTold(organisationId)] };
	},
});
