import { fail, type RequestEvent } from '@sveltejs/kit';
import { typedIn } from '#app/form.ts';
import { standing } from '#app/standing.ts';
import { comparedOrganisation } from '#capabilities/registry/rules/twins/compared-organisation.ts';
import { likelyTwins } from '#capabilities/registry/server/twins.ts';
import { readWrittenPlace } from '#kernel/typed-place.ts';

/**
 * Looks, before anything is registered, whether the organisation of a form may exist already among those the person sees.
 * Returns them with all that was typed, or nothing: when none is like it, and when she has seen them and goes on.
 */
export async function mayExistAlready(event: RequestEvent) {
	const typed = typedIn(await event.request.clone().formData());
	const text = (name: string) => typed[name] ?? '';
	const place = readWrittenPlace(text('place'));
	if (text('anyway') !== '' || text('name').trim().length < 2 || !place) return undefined;
	const { visitor, programme } = await standing(event);
	const face = { name: text('name').slice(0, 200), acronym: text('acronym').slice(0, 40), kind: text('kind'), colline: text('colline').slice(0, 80) };
	const compared = comparedOrganisation(
		{ ...face, kind: face.kind as 'other', placeScheme: place.scheme, placeCode: place.code },
		{ former: [], acts: [], reached: [{ phone: text('contactPhone').slice(0, 40) }] },
	);
	const alike = await event.locals.app.readers.as(visitor.personId, (reading) => likelyTwins(reading, programme.id, compared));
	return alike.length > 0 ? fail(422, { typed, alike }) : undefined;
}
