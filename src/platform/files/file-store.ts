import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isId, type Id } from '#kernel/ids.ts';

/** Keeps bytes under the id of the record that says who may see them. Whoever asks must have checked that first. */
export type FileStore = Readonly<{
	/** Keeps bytes: they are on disk when this resolves. The same id again replaces them. */
	keep(id: Id, bytes: Uint8Array): Promise<void>;
	/** The bytes kept under an id; `undefined` when there are none. */
	find(id: Id): Promise<Uint8Array<ArrayBuffer> | undefined>;
	/** Lets go of bytes whose record was refused. */
	drop(id: Id): Promise<void>;
}>;

/** Opens the store in a folder, which is made when the first file comes. Throws for what is no id: no path is made of words. */
export function fileStoreIn(folder: string): FileStore {
	const pathOf = (id: Id) => {
		if (!isId(id)) throw new Error('A file is kept under an id');
		// Ids begin with their time: their last letters spread files over folders.
		return [join(folder, id.slice(-2)), join(folder, id.slice(-2), id)] as const;
	};
	return {
		async keep(id, bytes) {
			const [place, path] = pathOf(id);
			await mkdir(place, { recursive: true });
			// A power cut leaves the whole file or none under its name.
			const unfinished = `${path}.${randomBytes(6).toString('hex')}`;
			const file = await open(unfinished, 'wx', 0o600);
			try {
				await file.writeFile(bytes);
				await file.sync();
			} finally {
				await file.close();
			}
			await rename(unfinished, path);
		},
		async find(id) {
			const [, path] = pathOf(id);
			return readFile(path).then(
				(bytes) => new Uint8Array(bytes),
				(failure: NodeJS.ErrnoException) => {
					if (failure.code === 'ENOENT') return undefined;
					throw failure;
				},
			);
		},
		async drop(id) {
			await rm(pathOf(id)[1], { force: true });
		},
	};
}
