import { describe, expect, it } from 'vitest';
import { refuse } from '#kernel/refusal.ts';
import type { Catalog } from './catalog.ts';
import { languageOnDevice, readerLanguage } from './reader-language.ts';
import { shapes } from './shapes.ts';
import { makeWords } from './words.ts';

const rn = shapes('rn');
const fr = shapes('fr');
const catalog: Catalog = {
	language: 'rn',
	messages: {
		'platform.refused': 'Ntivyabitswe.',
		'needs.already-said': (p) => `Vyavuzwe ${rn.text(p['on'])}`,
		'needs.bold': '\u0001Birabitswe\u0002 hano',
	},
	beneath: { 'needs.already-said': (p) => `Déjà dit le ${fr.text(p['on'])}` },
};
const words = makeWords(catalog);

describe('words', () => {
	it('says a refusal with its day in words, the French in brackets after Kirundi nobody has passed', () => {
		const refusal = refuse('needs.already-said', { on: '2018-03-13' });
		expect(words.refusal(refusal)).toBe('Vyavuzwe 13\u00a0Ntwarante 2018 (Déjà dit le 13\u00a0mars 2018)');
		expect(words.sayRefusal(refusal).beneath).toEqual([{ text: 'Déjà dit le 13\u00a0mars 2018', bold: false }]);
	});

	it('says a plain neutral sentence for a refusal nobody wrote, and for keys of objects', () => {
		expect(words.refusal(refuse('nobody.wrote-this'))).toBe('Ntivyabitswe.');
		expect(words.refusal(refuse('constructor'))).toBe('Ntivyabitswe.');
	});

	it('keeps bold runs apart, and out of plain text', () => {
		expect(words.saySomething('needs.bold').runs).toEqual([
			{ text: 'Birabitswe', bold: true },
			{ text: ' hano', bold: false },
		]);
		expect((words as (key: string) => string)('needs.bold')).toBe('Birabitswe hano');
	});

	it('shows dates, numbers and amounts the same way everywhere', () => {
		expect(words.date('2018-03-13', 'long')).toBe('ku wa kabiri 13\u00a0Ntwarante 2018');
		expect(words.francs(84000)).toBe('84\u202f000\u00a0FBu');
		expect(words.euros(222_222_200)).toBe('2\u202f222\u202f222\u00a0€');
	});

	it('says one for nothing in French, and for one alone in Kirundi and English', () => {
		expect([0, 1, 2, 1_000_000].map(shapes('fr').one)).toEqual([true, true, false, false]);
		expect([0, 1, 2].map(shapes('rn').one)).toEqual([false, true, false]);
		expect([0, 1, 2].map(shapes('en').one)).toEqual([false, true, false]);
	});
});

describe('the language of a reader', () => {
	it('is the one asked, else kept, else accepted, else French', () => {
		expect(readerLanguage({ asked: 'rn', kept: 'en', accepted: 'fr' })).toBe('rn');
		expect(readerLanguage({ asked: 'sw', kept: 'en', accepted: 'fr' })).toBe('en');
		expect(readerLanguage({ accepted: 'sw, en-GB;q=0.5, fr-BI;q=0.8' })).toBe('fr');
		expect(readerLanguage({ accepted: 'sw;q=1, en;q=0' })).toBe('fr');
	});

	it('is found on a phone that no server answers', () => {
		expect(languageOnDevice('a=1; langue=rn', 'fr')).toBe('rn');
		expect(languageOnDevice('', 'en')).toBe('en');
	});
});
