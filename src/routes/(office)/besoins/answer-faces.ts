import type { AnswerLink } from '#capabilities/needs/index.ts';

/** Where an answer is followed, when a part of the program has a page for it. */
export function answerAddress({ kind, id, noted }: AnswerLink): string | undefined {
	if (noted) return undefined;
	return kind === 'training' || kind === 'workshop' ? `/formations/${id}` : kind === 'coaching' ? `/accompagnement/visites/${id}` : undefined;
}
