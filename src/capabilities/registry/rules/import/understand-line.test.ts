import { describe, expect, it } from 'vitest';
import { gazetteerOf } from './gazetteer.ts';
import { understandLine } from './understand-line.ts';

describe('what is longer than the registry keeps', () => {
	it('is a fault that says where, though its cell may stand', () => {
		const context = { gazetteer: gazetteerOf([]), scheme: '2025', defaults: { kind: null }, today: '2026-11-20' as never } as const;
		const { faults } = understandLine(['Abarimyi', 's'.repeat(150)], ['name', 'services'], context);
		expect(faults).toContainEqual(expect.objectContaining({ field: 'services', key: 'registry.import-too-long' }));
	});
});
