import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { act, today, type TypedForm } from '#app/form.ts';
import { gives, rolesAt, standing } from '#app/standing.ts';
import { isId, newId, type Id } from '#kernel/ids.ts';
import { THEMES } from '#capabilities/programme/index.ts';
import { listCommunes } from '#capabilities/programme/server/places.ts';
import { KINDS } from '#capabilities/registry/index.ts';
import { ACT_KINDS } from '#capabilities/registry/schema.ts';
import { cellsOf, findImport, listAlike, type OpenLine } from '#capabilities/registry/server/import-reads.ts';
import type { Actions, PageServerLoad } from './$types';

/** One line of a list: what the file says, what was understood, and what it looks like. */
export const load: PageServerLoad = async (event) => {
	const { visitor } = await standing(event);
	const { id, number } = event.params;
	if (!isId(id)) error(404, 'not-found');
	return event.locals.app.readers.as(visitor.personId, async (reading) => {
		const found = await findImport(reading, id);
		const line = found?.lines.find((one) => String(one.number) === number);
		if (!found || !line) error(404, 'not-found');
		const { list, standings } = found;
		const scheme = line.fields.placeScheme || list.placeScheme;
		return {
			form: newId(),
			today: today(),
			list,
			line,
			cells: (await cellsOf(reading, list.id, [line.id])).get(line.id) ?? [],
			standing: standings.get(line.id),
			next: nextWaiting(found, line),
			candidates: await listAlike(
				reading,
				line.candidates.map(({ organisationId }) => organisationId),
			),
			scheme,
			communes: await listCommunes(reading, scheme),
			kinds: KINDS,
			actKinds: ACT_KINDS,
			themes: THEMES,
			mayImport: gives(await rolesAt(reading, visitor.personId, list.partnerId), 'registry.import') && !list.doneOn && !list.setAside,
		};
	});
};

type Found = NonNullable<Awaited<ReturnType<typeof findImport>>>;

// The next line that waits, after this one or from the beginning; none when this is the last.
function nextWaiting({ lines, standings }: Found, { id, number }: OpenLine): number | undefined {
	const waits = lines.filter((line) => line.id !== id && ['to-correct', 'to-decide'].includes(standings.get(line.id)?.state ?? ''));
	return (waits.find((line) => line.number > number) ?? waits[0])?.number;
}

type Event = RequestEvent<{ id: string; number: string }>;

function onwards({ params, url }: Event, done: string): never {
	const next = url.searchParams.get('puis');
	redirect(303, `/organisations/importer/${params.id}${next ? `/ligne/${next}` : `?fait=${done}`}`);
}

const MOST_CONTACTS = 12;

function contactsOf(form: TypedForm) {
	const all = Array.from({ length: MOST_CONTACTS }, (_, at) => ({
		...{ fullName: form.text(`contactName.${at}`), duty: form.text(`contactDuty.${at}`) },
		...{ phone: form.text(`contactPhone.${at}`), email: form.text(`contactEmail.${at}`) },
	}));
	return all.filter((contact) => Object.values(contact).some((text) => text.trim() !== ''));
}

function fieldsOf(form: TypedForm) {
	const number = form.text('number');
	return {
		...{ name: form.text('name'), acronym: form.text('acronym'), formerName: form.text('formerName'), kind: form.text('kind') || null },
		...{ ...form.place(form.text('place') || !form.text('suggested') ? 'place' : 'suggested'), colline: form.text('colline') },
		...{ membersWomen: form.count('membersWomen'), membersMen: form.count('membersMen'), countedOn: form.dayOrNone('countedOn', 'past') },
		act: number.trim() ? { kind: form.text('actKind'), number, actedOn: form.dayOrNone('actedOn', 'past'), authority: form.text('authority') } : null,
		contacts: contactsOf(form),
		themes: form.all('themes'),
		services: form
			.text('services')
			.split(/[;\n]/)
			.map((service) => service.trim())
			.filter(Boolean),
	};
}

async function deciding(event: Event, inputOf: (form: TypedForm) => Readonly<{ decided: string; sameAsId: Id | null }>) {
	const failure = await act(event, 'registry.decide-import-line', (form) => ({
		importId: event.params.id,
		lineId: form.text('lineId'),
		...inputOf(form),
	}));
	return failure ?? onwards(event, 'line-decided');
}

export const actions: Actions = {
	/** Keeps what the person corrected, and opens the next line that waits. */
	correct: async (event) => {
		const failure = await act(event, 'registry.correct-import-line', (form) => ({
			...{ importId: event.params.id, lineId: form.text('lineId'), seen: Number(form.text('seen')), fields: fieldsOf(form) },
		}));
		return failure ?? onwards(event, 'line-corrected');
	},
	/** Leaves this line out, for a reason. */
	leave: async (event) => {
		const failure = await act(event, 'registry.leave-import-lines', (form) => ({
			...{ importId: event.params.id, lineIds: [form.text('lineId')], reason: form.text('reason') },
		}));
		return failure ?? onwards(event, 'lines-left');
	},
	/** Says that it is an organisation already registered. */
	same: (event) => deciding(event, (form) => ({ decided: 'same', sameAsId: form.text('sameAsId') })),
	/** Says that it is another. */
	other: (event) => deciding(event, () => ({ decided: 'other', sameAsId: null })),
};
