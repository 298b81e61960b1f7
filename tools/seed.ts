import { loadProgrammes } from '#app/load.ts';
import { CannotStart } from '../src/platform/server/cannot-start.ts';
import { holderOf } from '../src/platform/server/data-folder.ts';
import { readOptions } from '../src/platform/server/options.ts';
import { openBeside, openHouse } from './open-house.ts';

// Usage: npm run seed [-- --data FOLDER]. Loads the demonstration where it is not there yet, beside the running program or
// without it, and prints its sign-ins.
try {
	const options = readOptions(process.argv.slice(2), process.env);
	const isBeside = !options.databaseUrl && holderOf(options.dataFolder) !== undefined;
	const house = await (isBeside ? openBeside(options) : openHouse(options));
	try {
		for (const line of await loadProgrammes({ database: house.database, empty: false, demonstration: true })) console.log(line);
	} finally {
		await house.close();
	}
} catch (failure) {
	console.error(failure instanceof CannotStart ? failure.message : failure);
	process.exitCode = 1;
}
