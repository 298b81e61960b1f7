/** Carries tasks out, some together. Answers each job with what became of its tasks, in their order. */
export type Turns<Task, Done> = (tasks: readonly Task[]) => Promise<readonly Done[]>;

type Job<Task, Done> = Readonly<{ tasks: readonly Task[]; settle: (done: readonly Done[]) => void; fail: (failure: unknown) => void }>;

/** How many rounds may be under way at once, how many tasks go in one, and how many must wait before one more begins beside others. */
type Limits = Readonly<{ atOnce: number; together: number; beside?: number }>;

/**
 * Lets jobs that arrive while others are under way wait, and then go together: one transaction, one lock and one visit to
 * the disk serve all of them, and the busier the house, the less each costs. Nobody waits when nothing is under way.
 * Takes what carries out some tasks, and the limits. Tasks of one job keep their order.
 */
export function takingTurns<Task, Done>(
	carryOut: (tasks: readonly Task[]) => Promise<readonly Done[]>,
	{ atOnce, together, beside = 1 }: Limits,
): Turns<Task, Done> {
	const waiting: Job<Task, Done>[] = [];
	let underWay = 0;

	function next(): void {
		while (underWay < atOnce && tasksOf(waiting) >= (underWay === 0 ? 1 : beside)) {
			underWay += 1;
			void carryTogether(taken(waiting, together), carryOut).finally(() => {
				underWay -= 1;
				next();
			});
		}
	}
	return (tasks) =>
		new Promise((settle, fail) => {
			waiting.push({ tasks, settle, fail });
			next();
		});
}

function tasksOf<Task, Done>(jobs: readonly Job<Task, Done>[]): number {
	return jobs.reduce((sum, { tasks }) => sum + tasks.length, 0);
}

// At least one job, however large; then as many as fit.
function taken<Task, Done>(waiting: Job<Task, Done>[], together: number): readonly Job<Task, Done>[] {
	let tasks = 0;
	const fitting = waiting.findIndex((job, at) => (tasks += job.tasks.length) > together && at > 0);
	return waiting.splice(0, fitting < 0 ? waiting.length : fitting);
}

async function carryTogether<Task, Done>(
	jobs: readonly Job<Task, Done>[],
	carryOut: (tasks: readonly Task[]) => Promise<readonly Done[]>,
): Promise<void> {
	try {
		const done = await carryOut(jobs.flatMap(({ tasks }) => tasks));
		let from = 0;
		for (const { tasks, settle } of jobs) settle(done.slice(from, (from += tasks.length)));
	} catch (failure) {
		for (const { fail } of jobs) fail(failure);
	}
}
