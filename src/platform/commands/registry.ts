import type { Role } from '#platform/access/roles.ts';
import type { Command, Reaction } from './command.ts';
import type { Table } from './table.ts';

/** What a capability brings to the platform; `app` lists them all. */
export type Manifest = Readonly<{
	name: string;
	tables: readonly Table[];
	commands: readonly Command[];
	reactions: readonly Reaction[];
	permissions: Readonly<Record<string, readonly Role[]>>;
	/** Tables whose rows are sent to the phones of those who see them. */
	collections: readonly Table[];
}>;

/** Everything the runner knows of the capabilities, by name. */
export type Registry = Readonly<{
	tables: ReadonlyMap<string, Table>;
	commands: ReadonlyMap<string, Command>;
	reactions: ReadonlyMap<string, readonly Reaction[]>;
	permissions: ReadonlyMap<string, readonly Role[]>;
	collections: ReadonlyMap<string, Table>;
}>;

/** Gathers manifests into one registry. Throws when two capabilities bring the same name, or a command has no permission. */
export function registryOf(manifests: readonly Manifest[]): Registry {
	const registry = {
		tables: byName(manifests.flatMap((manifest) => manifest.tables)),
		commands: byName(manifests.flatMap((manifest) => manifest.commands)),
		reactions: Map.groupBy(
			manifests.flatMap((manifest) => manifest.reactions),
			(reaction) => reaction.on,
		),
		permissions: new Map(manifests.flatMap((manifest) => Object.entries(manifest.permissions))),
		collections: byName(manifests.flatMap((manifest) => manifest.collections)),
	};
	for (const command of registry.commands.values()) {
		if (!registry.permissions.has(command.permission)) throw new Error(`${command.name} asks for an unknown permission`);
	}
	return registry;
}

function byName<T extends { name: string }>(items: readonly T[]): ReadonlyMap<string, T> {
	const found = new Map(items.map((item) => [item.name, item]));
	if (found.size !== items.length) throw new Error(`Two things bear one name among ${items.map((item) => item.name).join(', ')}`);
	return found;
}
