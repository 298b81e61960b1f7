/** Where a server listens: a folder for its socket, or a port of this machine's loopback where sockets do not exist. */
export type Listening = Readonly<{ socketFolder: string } | { port: number }>;

/** How a server of our own is tuned. `lasting` false is for tests alone: a power cut would then lose what was answered. */
export type Tuning = Readonly<{ lasting: boolean; connections: number }>;

/** Takes where a server listens and how it is tuned, and returns the arguments that PostgreSQL is started with. */
export function settingsFor(listening: Listening, tuning: Tuning): readonly string[] {
	const settings: Record<string, string | number> = {
		...('port' in listening
			? { listen_addresses: '127.0.0.1', port: listening.port, unix_socket_directories: '' }
			: { listen_addresses: '', unix_socket_directories: quoted(listening.socketFolder), unix_socket_permissions: '0700' }),
		max_connections: tuning.connections,
		superuser_reserved_connections: 3,
		shared_buffers: '64MB',
		work_mem: '16MB',
		maintenance_work_mem: '64MB',
		effective_cache_size: '512MB',
		random_page_cost: 1.1,
		jit: 'off',
		// Without workers of its own the server keeps 20 MB where it would keep 39, and reads as fast from so small a house.
		io_method: 'sync',
		wal_level: 'replica',
		max_wal_senders: 2,
		max_wal_size: '1GB',
		TimeZone: 'UTC',
		log_timezone: 'UTC',
		// What people wrote must not end in a log: no statement, no parameter, no detail that quotes a row.
		log_min_error_statement: 'panic',
		log_error_verbosity: 'terse',
		log_parameter_max_length_on_error: 0,
	};
	if (!tuning.lasting) Object.assign(settings, { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' });
	return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

// The setting is a list: a comma or a quote in the path of the data folder would break it.
function quoted(path: string): string {
	return `"${path.replaceAll('"', '""')}"`;
}
