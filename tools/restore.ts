import { join } from 'node:path';
import { CannotStart, inTerminal } from '../src/platform/server/cannot-start.ts';
import { restoreBackup } from '../src/platform/server/backup-restore.ts';
import { fromWhereCalled, readOptions } from '../src/platform/server/options.ts';
import { filesFolderOf, openBeside } from './open-house.ts';

// Usage: npm run restore FILE [-- --data FOLDER], into a folder or a database that nobody has used.
try {
	const [name, ...rest] = process.argv.slice(2);
	if (!name || name.startsWith('-')) throw new CannotStart('Usage : npm run restore FICHIER', 'Usage: npm run restore FILE');
	const file = fromWhereCalled(name, process.env);
	const house = await openBeside(readOptions(rest, process.env));
	try {
		const { owner } = house.database;
		const migrations = join(import.meta.dirname, '../migrations');
		const { rows, files } = await restoreBackup({ owner, filesFolder: filesFolderOf(house.dataFolder), migrations }, file);
		console.log(
			inTerminal(
				`Rétabli depuis ${file} : ${rows} lignes, ${files} fichiers. Chacun doit entrer de nouveau avec son mot de passe.`,
				`Restored from ${file}: ${rows} rows, ${files} files. Everybody must sign in again with their password.`,
			),
		);
	} finally {
		await house.close();
	}
} catch (failure) {
	console.error(failure instanceof CannotStart ? failure.message : failure);
	process.exitCode = 1;
}
