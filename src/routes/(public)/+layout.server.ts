import type { LayoutServerLoad } from './$types';

/** What every public page shows around its subject. It never reads who is signed in. */
export const load: LayoutServerLoad = ({ locals, cookies, url }) => ({
	language: locals.language,
	theme: cookies.get('theme'),
	path: url.pathname,
	pages: [
		{ href: '/annuaire', key: 'page.nav-directory' },
		{ href: '/programmes', key: 'page.nav-programmes' },
		{ href: '/entrer', key: 'page.nav-enter' },
	] as const,
});
