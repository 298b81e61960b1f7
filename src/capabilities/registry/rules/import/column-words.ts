import type { Column } from './import-fields.ts';

type Shape = readonly [Column, RegExp];

/**
 * The heads of columns in plain words, in French, English and Kirundi. The first that fits decides, so what is narrow stands
 * before what is wide: "nom du contact" before "nom", "date de l'agrément" before "agrément".
 */
export const WORDS_OF_COLUMNS: readonly Shape[] = [
	[
		'ignore',
		/^(n|no|num|numero|nr|ordre|n d ordre|n ordre|numero d ordre|numero|registro|id|rang|inomero|code de la commune|commune code|code commune|partenaire|partner|statut|etat|observations?|remarques?|commentaires?)$/,
	],
	['formerName', /\b(ancien(ne)? (nom|denomination|appellation)|ex nom|former name|previous name|izina rya kera)\b/],
	['email', /\b(e ?mails?|courriels?|mels?|adresse electronique|imeyili)\b/],
	[
		'phone',
		/\b(tel|tels|telephones?|telefone|gsm|mobiles?|phones?|whatsapp|portables?|numero de contact|contact telephonique|inomero ya telefone)\b/,
	],
	['duty', /\b(fonctions?|qualite|titre|poste|duty|role|position|ibanga|amabanga)\b/],
	[
		'contactName',
		/\b(nom (et prenoms? )?(du |de la |des )?(contact|responsable|president|representant|point focal)\w*|representante? legale?|responsables?|personnes? de contact|personne a contacter|contacts?|president\w*|point focal|leader|representative|contact person|umuserukizi|uwuserukira|uwubaserukira|indongozi)\b/,
	],
	[
		'actedOn',
		/\b(dates? (de l |d |du |de la )?(agrement|acte|ordonnance|reconnaissance|enregistrement|creation legale|immatriculation)|date om|date of (registration|recognition|approval)|registration date|agree(e)? le)\b/,
	],
	[
		'actNumber',
		/\b(n|no|num|numero) (de l |d |du |de la )?(agrement|acte|ordonnance|om|reconnaissance|enregistrement|immatriculation)\b|\bregistration (number|no)\b|\breference de l acte\b/,
	],
	['authority', /\b(autorite|signataire|signe par|delivre par|authority|signed by)\b/],
	[
		'act',
		/\b(agrement|ordonnances?|acte juridique|acte|statut juridique|statut legal|personnalite (juridique|civile)|reconnaissance( legale)?|enregistrement|immatriculation|legal act|registration|recognition|icemezo|uruhusha)\b/,
	],
	['countedOn', /\b(dates? (du |de |des )?(comptage|recensement|denombrement|effectifs?|mise a jour)|comptee?s? le|counted on|date of count)\b/],
	['women', /\b(femmes?|women|female|abakenyezi|abagore|f|mujeres|filles)\b/],
	['men', /\b(hommes?|men|male|abagabo|h|hombres|garcons)\b/],
	['members', /\b(membres?|effectifs?|adherents?|members?|membership|abanywanyi|total des membres)\b/],
	['acronym', /\b(sigles?|acronymes?|abreviations?|acronym|abbreviation|impfunyapfunyo)\b/],
	[
		'place',
		/\b(adresses?|localisations?|localites?|lieu|siege( social)?|location|address|commune (et |\/ ?)?province|commune province|province commune|aho (riba|bari|ibarizwa)|iki?baro)\b/,
	],
	['colline', /\b(collines?|sous collines?|quartiers?|villages?|hill|umutumba|imitumba|karitiye|zones?)\b/],
	['commune', /\b(communes?|ikomine|komine|amakomine|municipalit\w+|district)\b/],
	['province', /\b(provinces?|intara|provincia|departamento)\b/],
	['kind', /\b(types?|categories?|categorie|nature|forme( juridique)?|sortes?|genre d organisation|kind|legal form|ubwoko)\b/],
	['services', /\b(services?|activites?|realisations?|activities|ibikorwa|igikorwa|produits?)\b/],
	[
		'themes',
		/\b(themes?|thematiques?|domaines?( d intervention| d activites?)?|secteurs?|sectors?|subsector|axes?|fields? of (work|action)|objectifs?)\b/,
	],
	[
		'name',
		/\b(noms?|denominations?|appellations?|raison sociale|organisations?|associations?|osc|asbl|ong|cooperatives?|groupements?|structures?|names?|organi[sz]ations?|organizacion|izina|amazina|ishirahamwe|amashirahamwe|cso|org|libelle|intitule)\b/,
	],
];

/** HXL tags (hxlschema 1.1), the narrow before the wide. Attributes stand in any order. */
export const TAGS_OF_COLUMNS: readonly Shape[] = [
	['ignore', /^#(meta|status|indicator|country|geo|x_|date\+published)/],
	['ignore', /^#(adm\d|org)\b(?=.*\+(code|partner|funder))/],
	['acronym', /^#org\b(?=.*\+(acronym|abbr))/],
	['kind', /^#org\b(?=.*\+type)/],
	['name', /^#org\b/],
	['province', /^#adm1\b/],
	['commune', /^#adm2\b/],
	['colline', /^#(adm[345]|loc)\b/],
	['phone', /^#contact\b(?=.*\+(phone|tel))/],
	['email', /^#contact\b(?=.*\+email)/],
	['duty', /^#contact\b(?=.*\+(title|role|function))/],
	['contactName', /^#contact\b/],
	['women', /^#(population|affected|targeted|reached|beneficiary)\b(?=.*\+f\b)/],
	['men', /^#(population|affected|targeted|reached|beneficiary)\b(?=.*\+m\b)/],
	['members', /^#(population|affected)$/],
	['themes', /^#(sector|subsector)\b/],
	['services', /^#(activity|service|output)\b/],
	['actedOn', /^#date\b(?=.*\+(registered|approved))/],
	['countedOn', /^#date\b(?=.*\+(reported|counted))/],
];
