import { listProgrammes } from '#capabilities/programme/server/reads.ts';
import type { PageServerLoad } from './$types';

/** All programmes of the house. */
export const load: PageServerLoad = async ({ locals }) => ({ language: locals.language, programmes: await locals.app.readers.asPublic(listProgrammes) });
