import { expect, it } from 'vitest';
import { filledChoices } from './typed-choices.ts';

it('keeps the right answer right when an empty box stands before it', () => {
	expect(filledChoices(['Oui', ' ', 'Non', ''], '2')).toEqual({ choices: ['Oui', 'Non'], answer: 1 });
});

it('refuses a question of which no answer that was written is right', () => {
	expect(filledChoices(['Oui', 'Non', ''], '2')).toMatchObject({ key: 'training.no-right-choice' });
	expect(filledChoices(['Oui', 'Non'], '')).toMatchObject({ key: 'training.no-right-choice' });
});
