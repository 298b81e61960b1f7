import type { Person } from '#capabilities/people/index.ts';
import type { Trained } from '#capabilities/training/server/after.ts';
import type { Id } from '#kernel/ids.ts';

/** An organisation of a session: its people who came, and whether the reader may say what became of them. */
export type AfterOrganisation = Readonly<{ id: Id; name: string; people: readonly Trained[]; known: readonly Person[]; may: boolean }>;
