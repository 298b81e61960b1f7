import { describe, expect, it } from 'vitest';
import { connectionsFrom } from './connection.ts';
import { readOptions } from './options.ts';

describe('options', () => {
	it('show the demonstration with our own database, and elsewhere only when asked', () => {
		expect(readOptions([], {}).demonstration).toBe(true);
		expect(readOptions(['--empty'], {}).demonstration).toBe(false);
		expect(readOptions([], { DATABASE_URL: 'postgresql://a:b@c/d' }).demonstration).toBe(false);
		expect(readOptions(['--demonstration'], { DATABASE_URL: 'postgresql://a:b@c/d' }).demonstration).toBe(true);
	});

	it('leave the demonstration out when a service says so, typed or in its environment, and what is typed counts', () => {
		expect(readOptions(['--no-demonstration'], {})).toMatchObject({ demonstration: false, empty: false });
		expect(readOptions([], { DEMONSTRATION: '0' })).toMatchObject({ demonstration: false, empty: false });
		expect(readOptions(['--demonstration'], { DEMONSTRATION: '0' }).demonstration).toBe(true);
		expect(readOptions(['--no-demonstration'], { DEMONSTRATION: '1' }).demonstration).toBe(false);
		expect(readOptions([], { DEMONSTRATION: '' }).demonstration).toBe(true);
		expect(() => readOptions([], { DEMONSTRATION: 'perhaps' })).toThrow(/1 (or|ou) 0/);
	});

	it('believe what is typed before the environment, and read paths from where they were typed', () => {
		const options = readOptions(['--port', '81', '--data', 'ici'], { PORT: '80', DATA: '/là', INIT_CWD: '/home/alice' });
		expect([options.port, options.dataFolder]).toEqual([81, '/home/alice/ici']);
	});

	it('refuse a port that is none', () => {
		for (const port of ['quatre', '70000', '1.5']) expect(() => readOptions(['--port', port], {})).toThrow(/0 (to|à) 65535/);
	});
});

describe('the address of a database', () => {
	it('gives its owner’s connection, and one of the gate whose password every copy derives alike', () => {
		const { owner, gate } = connectionsFrom('postgresql://keeper:s%40fe@db.example:5433/osc', undefined);
		expect(owner).toMatchObject({ host: 'db.example', port: 5433, user: 'keeper', password: 's@fe', database: 'osc' });
		expect(gate).toMatchObject({ host: 'db.example', port: 5433, user: 'shigikira_gate', database: 'osc' });
		expect(gate.password).toBe(connectionsFrom('postgresql://keeper:s%40fe@other:1/osc', undefined).gate.password);
		expect(gate.password).not.toBe(connectionsFrom('postgresql://keeper:changed@db.example/osc', undefined).gate.password);
	});

	it('is the gate’s when the owner’s is given too, and no other role’s', () => {
		const owner = 'postgresql://keeper:k@db/osc';
		expect(connectionsFrom('postgresql://shigikira_gate:g@db/osc', owner).gate.password).toBe('g');
		expect(() => connectionsFrom(owner, owner)).toThrow(/shigikira_gate/);
	});
});
