import { LANGUAGES } from '#kernel/language.ts';
import { wordsFor } from '#platform/messages/words-for.ts';

/** What a field page says in a browser without script, in the three languages: pages made on the phone are blank there. */
export function withoutScript(routeId: string | null): string {
	if (!routeId?.startsWith('/(field)')) return '';
	const said = LANGUAGES.map((language) => {
		const words = wordsFor(language);
		return `<p lang="${language}">${words
			.say('platform.field-needs-script')
			.runs.map(({ text }) => text)
			.join('')} <a href="/formations">${words('training.trainings')}</a></p>`;
	});
	return `<noscript>${said.join('')}</noscript>`;
}
