import type { CurrentProgramme } from '#app/standing.ts';
import { listOpenHeadings } from '#capabilities/needs/server/headings.ts';
import { groupHeadings } from '#capabilities/needs/server/reads.ts';
import { listOrganisations } from '#capabilities/registry/server/reads.ts';
import type { Theme } from '#capabilities/programme/index.ts';
import type { Reading } from '#platform/reading/reading.ts';

/**
 * The headings that are open in a programme; each says whether the reader's organisation asks there already. Who speaks for several
 * organisations is told of none: another of hers may still ask.
 */
export async function openHeadings(reading: Reading, programme: CurrentProgramme) {
	if (programme.closed) return [];
	const headings = await listOpenHeadings(reading, programme.id);
	if (headings.length === 0) return [];
	const own = await listOrganisations(reading, { programmeId: programme.id, limit: 2 });
	const seen = await groupHeadings(
		reading,
		headings.map(({ groupId }) => groupId),
	);
	return headings.map(({ id, groupId, heading, theme, organisations }) => ({
		...{ id, groupId, heading, organisations },
		// The column holds one of the themes: commands write no other.
		theme: theme as Theme,
		asks: own.length === 1 && seen.has(groupId),
	}));
}
