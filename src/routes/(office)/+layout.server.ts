import { standing, visitorOr } from '#app/standing.ts';
import { menuOf } from '#app/menu.ts';
import type { LayoutServerLoad } from './$types';

/** What every office page shows around its work: who is here, where, and what she may open. */
export const load: LayoutServerLoad = async (event) => {
	const visitor = visitorOr(event);
	const person = { name: visitor.fullName, roles: [...new Set(visitor.roles.map(({ role }) => role))] };
	if (event.route.id?.startsWith('/(office)/conduite') || event.route.id?.startsWith('/(office)/moi')) {
		return {
			person,
			language: event.locals.language,
			menu: menuOf(() => false, visitor),
			programme: undefined,
			programmes: [],
			demonstration: false,
		};
	}
	const { programme, programmes, may } = await standing(event);
	return { person, language: event.locals.language, menu: menuOf(may, visitor), programme, programmes, demonstration: programme.demonstration };
};
