import { CannotStart, inTerminal } from '../src/platform/server/cannot-start.ts';
import { takeBackup } from '../src/platform/server/backup-take.ts';
import { fromWhereCalled, readOptions } from '../src/platform/server/options.ts';
import { filesFolderOf, openExisting } from './open-house.ts';

// Usage: npm run backup FILE [-- --data FOLDER]. People may go on working meanwhile.
try {
	const [name, ...rest] = process.argv.slice(2);
	if (!name || name.startsWith('-')) throw new CannotStart('Usage : npm run backup FICHIER', 'Usage: npm run backup FILE');
	const file = fromWhereCalled(name, process.env);
	const house = await openExisting(readOptions(rest, process.env));
	try {
		const { tables, rows, files } = await takeBackup({ owner: house.database.owner, filesFolder: filesFolderOf(house.dataFolder) }, file);
		console.log(
			inTerminal(
				`Sauvegardé dans ${file} : ${rows} lignes de ${tables} tables, ${files} fichiers. Elle contient des données de personnes et des secrets : gardez-la sous clé.`,
				`Saved in ${file}: ${rows} rows of ${tables} tables, ${files} files. It holds people's data and secrets: keep it locked away.`,
			),
		);
	} finally {
		await house.close();
	}
} catch (failure) {
	console.error(failure instanceof CannotStart ? failure.message : failure);
	process.exitCode = 1;
}
