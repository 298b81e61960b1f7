import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CannotStart } from './cannot-start.ts';

/** What whoever starts the program decides: by arguments, or by the environment (PORT, HOST, DATA, DEMONSTRATION, DATABASE_URL, DATABASE_OWNER_URL, TRUST_PROXY). */
export type Options = Readonly<{
	port: number;
	host: string | undefined;
	dataFolder: string;
	empty: boolean;
	demonstration: boolean;
	databaseUrl: string | undefined;
	ownerUrl: string | undefined;
	behindProxy: boolean;
}>;

const PORT = 4780;

/**
 * Reads the arguments and the environment. Demonstration records are for our own database, unless asked for, and never
 * with `--empty`; `--no-demonstration` leaves them out and keeps the programme. Refuses an argument it does not know, a port that
 * is none, and a DEMONSTRATION that is neither 1 nor 0.
 */
export function readOptions(args: readonly string[], environment: NodeJS.ProcessEnv): Options {
	const given = parsed(args);
	const port = Number(given.port ?? environment['PORT'] ?? PORT);
	if (!Number.isInteger(port) || port < 0 || port > 65_535) {
		throw new CannotStart('Le port est un nombre de 0 à 65535.', 'The port is a number from 0 to 65535.');
	}
	const databaseUrl = environment['DATABASE_URL'] || undefined;
	const empty = given.empty ?? false;
	return {
		port,
		host: given.host ?? (environment['HOST'] || undefined),
		dataFolder: given.data ? fromWhereCalled(given.data, environment) : resolve(environment['DATA'] || 'data'),
		empty,
		demonstration: !empty && (given.demonstration ?? wishIn(environment) ?? !databaseUrl),
		databaseUrl,
		ownerUrl: environment['DATABASE_OWNER_URL'] || undefined,
		behindProxy: environment['TRUST_PROXY'] === '1',
	};
}

/** Takes a path as somebody typed it and returns it in full: npm moves to the project's folder, and keeps where it was called. */
export function fromWhereCalled(path: string, environment: NodeJS.ProcessEnv): string {
	return resolve(environment['INIT_CWD'] ?? '.', path);
}

function wishIn({ DEMONSTRATION: wish }: NodeJS.ProcessEnv): boolean | undefined {
	if (!wish) return undefined;
	if (wish === '1' || wish === '0') return wish === '1';
	throw new CannotStart('DEMONSTRATION est 1 ou 0.', 'DEMONSTRATION is 1 or 0.');
}

function parsed(args: readonly string[]) {
	try {
		return parseArgs({
			args: [...args],
			// `--no-demonstration`
			allowNegative: true,
			options: {
				port: { type: 'string' },
				host: { type: 'string' },
				data: { type: 'string' },
				empty: { type: 'boolean' },
				demonstration: { type: 'boolean' },
			},
		}).values;
	} catch (failure) {
		const why = (failure as Error).message;
		throw new CannotStart(
			`${why}\nOptions : --port N, --host ADRESSE, --data DOSSIER, --empty, --demonstration, --no-demonstration.`,
			`${why}\nOptions: --port N, --host ADDRESS, --data FOLDER, --empty, --demonstration, --no-demonstration.`,
		);
	}
}
