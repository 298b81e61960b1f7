import { standingIfAny, visitorOr } from '#app/standing.ts';
import { menuOf } from '#app/menu.ts';
import type { LayoutServerLoad } from './$types';

/** What every office page shows around its work: who is here, where, and what she may open. */
export const load: LayoutServerLoad = async (event) => {
	const visitor = visitorOr(event);
	const person = { id: visitor.personId, name: visitor.fullName, roles: [...new Set(visitor.roles.map(({ role }) => role))] };
	const found = await standingIfAny(event, { keepsHouse: true });
	return {
		person,
		language: event.locals.language,
		menu: menuOf((permission) => found?.may(permission) ?? false, visitor),
		programme: found?.programme,
		programmes: found?.programmes ?? [],
		demonstration: found?.programme.demonstration ?? false,
	};
};
