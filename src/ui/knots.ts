/** How far one knot of the thread has come. */
export type KnotState = 'done' | 'wait' | 'late' | 'none';

/** The four knots of the thread: need, answer, practice, figure. */
export type Knots = readonly [need: KnotState, answer: KnotState, practice: KnotState, figure: KnotState];

/** The four knots by name, in the order of the thread. */
export const KNOTS = ['need', 'answer', 'practice', 'figure'] as const;
export type KnotName = (typeof KNOTS)[number];
