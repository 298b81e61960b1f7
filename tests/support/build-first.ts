import { buildIfStale } from '../../tools/build.ts';

/** Playwright calls it once before the journeys: they go through the pages as they are served. */
export default async function buildFirst(): Promise<void> {
	await buildIfStale();
}
