import { THEMES, type Theme } from '../../../programme/index.ts';
import type { Note, Reading } from './import-fields.ts';
import { plainWords, severalIn } from './plain-words.ts';

/** What an organisation does: the themes of the programme, and its services in its own words. */
export type ImportedWork = Readonly<{ themes: readonly Theme[]; services: readonly string[] }>;

const WORDS: readonly (readonly [Theme, RegExp])[] = [
	['corruption', /\b(corruption|malversation\w*|ruswa|igiturire)\b/],
	['accountability', /\b(redevabilite|accountability|controle citoyen|suivi budgetaire|suivi des politiques)\b/],
	['ethics', /\b(ethique|ethics|deontologie|integrite)\b/],
	['networking', /\b(reseautage|networking|mise en reseau|concertation|synergie)\b/],
	['governance', /\b(gouvernance|governance|democratie|elections?|leadership|intwaro)\b/],
	['legal-frame', /\b(cadre legal|juridique|legal|lois?|legislation|amategeko)\b/],
	['human-rights', /\b(droits? (humains?|de l homme|de la femme|des femmes|de l enfant)|human rights|agateka ka zina muntu|genre|gender|vbg)\b/],
	['role-of-civil-society', /\b(societe civile|civil society|plaidoyer|advocacy|sosiyete sivile)\b/],
	['project-management', /\b(gestion (de|des) projets?|project management|suivi evaluation|montage de projets?)\b/],
	['credit-and-income', /\b(credits?|microcredits?|epargne|tontine|agr|revenus?|income|savings|ukuziganya|microfinance|entrepreneuriat)\b/],
];

/**
 * Reads themes and services. A theme that is none of the programme's is kept as a service under "other", in the words that
 * stood there, and it is said.
 */
export function workIn(cells: Readonly<{ themes: string; services: string }>): Reading<ImportedWork> {
	const read = severalIn(cells.themes).map((part) => ({ part, theme: themeOf(plainWords(part)) }));
	const unknown = read.flatMap(({ part, theme }) => (theme ? [] : [part]));
	const themes = [...new Set([...read.map(({ theme }) => theme ?? 'other')])];
	const notes = unknown.map((was): Note => ({ field: 'themes', key: 'registry.import-theme-as-service', was, became: was }));
	return { value: { themes, services: [...new Set([...severalIn(cells.services), ...unknown])] }, faults: [], notes };
}

function themeOf(words: string): Theme | undefined {
	return (
		THEMES.find((theme) => plainWords(theme) === words) ??
		(/^autres?( themes?)?$/.test(words) ? 'other' : WORDS.find(([, shape]) => shape.test(words))?.[0])
	);
}
