import { error } from '@sveltejs/kit';
import type { PageLoad } from './$types';

/** Any address that leads nowhere: said in the reader's language, under the public banner. */
export const load: PageLoad = () => error(404, 'not-found');
