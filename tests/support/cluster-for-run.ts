import type { TestProject } from 'vitest/node';
import type { Connection } from '#platform/server/connection.ts';
import { startTestCluster } from './test-cluster.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		superuser: Connection;
	}
}

/** Vitest calls it once before the tests that need a database, and what it returns after them. */
export default async function clusterForRun(project: TestProject): Promise<() => Promise<void>> {
	const cluster = await startTestCluster();
	project.provide('superuser', cluster.superuser);
	return cluster.stop;
}
