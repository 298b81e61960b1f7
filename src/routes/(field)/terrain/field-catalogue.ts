import { persons } from '#capabilities/people/index.ts';
import { organisations } from '#capabilities/registry/index.ts';
import { addOnTheSpot } from '#capabilities/training/commands/add-on-the-spot.ts';
import { recordAttendance } from '#capabilities/training/commands/record-attendance.ts';
import { attendance, enrolments, seats, sessions } from '#capabilities/training/schema.ts';
import type { Command } from '#platform/commands/command.ts';
import type { Table } from '#platform/commands/table.ts';
import type { Catalogue } from '#platform/device/phone.ts';

// Only what field pages do: the rest of a capability stays off the phone. The device calls a command by its own input.
const commands = [recordAttendance, addOnTheSpot] as unknown as readonly Command[];
const tables: readonly Table[] = [sessions, seats, enrolments, attendance, persons, organisations];

/** What a phone can do without network, and the records it holds for it. */
export const fieldCatalogue: Catalogue = {
	commands: new Map(commands.map((command) => [command.name, command])),
	collections: new Map(tables.map((table) => [table.name, table])),
};
