import { refuse, type Refusal } from '#kernel/refusal.ts';
import type { Import } from '../import-schema.ts';

/** Refuses what would change a list that is imported already, or that was set aside. */
export function stillOpen(list: Import | string | undefined): Refusal | undefined {
	if (typeof list !== 'object') return refuse('platform.not-permitted');
	if (list.doneOn) return refuse('registry.import-done', { on: list.doneOn });
	return list.setAside ? refuse('registry.import-set-aside') : undefined;
}
