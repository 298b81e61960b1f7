import { listPartners, listProgrammes } from '#capabilities/programme/server/reads.ts';
import { searchDirectory } from '#capabilities/registry/server/directory.ts';
import type { PageServerLoad } from './$types';

/** The house as everyone sees it: its programmes, who does what in the newest, and the directory's latest names. */
export const load: PageServerLoad = async ({ locals }) =>
	locals.app.readers.asPublic(async (reading) => {
		const programmes = await listProgrammes(reading);
		const [shown] = programmes;
		const directory = await searchDirectory(reading, {});
		return {
			language: locals.language,
			programmes,
			partners: shown ? await listPartners(reading, shown.id) : [],
			listed: directory.rows.slice(0, 6),
			listedCount: directory.count,
		};
	});
