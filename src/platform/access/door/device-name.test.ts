import { describe, expect, it } from 'vitest';
import { deviceName } from './device-name.ts';

describe('the name of a device', () => {
	it('is its browser and its system', () => {
		expect(
			deviceName('Mozilla/5.0 (Linux; Android 8.1.0; itel) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/90.0.4430.91 Mobile Safari/537.36'),
		).toBe('Chrome · Android');
		expect(deviceName('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36 Edg/120.0')).toBe(
			'Edge · Windows',
		);
		expect(
			deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 16_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/16.0 Mobile Safari/604.1'),
		).toBe('Safari · iOS');
	});

	it('is empty when the device does not say', () => {
		expect(deviceName('')).toBe('');
		expect(deviceName('something/1.0')).toBe('');
	});
});
