import type { ReadingWanted, ToldApart } from '#app/reading-lists.ts';
import { understandList } from '../src/capabilities/registry/server/understood-lists.ts';

// A process of its own, started by src/app/reading-lists.ts: it holds what strangers wrote, within the memory it was given, and may
// be ended at any moment. It reads no file, opens no connection and knows no secret.
process.once('message', ({ file, understanding }: ReadingWanted) => {
	void understandList(file, understanding, (progress) => tell({ progress })).then((answer) => tell({ answer }, () => process.disconnect()));
});

function tell(told: ToldApart, then: () => void = () => undefined): void {
	process.send?.(told, then);
}
