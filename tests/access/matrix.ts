import { ACTIVITY_CANARIES } from './activities.ts';
import { TEST_CANARIES } from './tested.ts';
import type { Actor } from './world.ts';

// Written by hand from what the programme promises its people (DESIGN, sections 1 and 4), never from the program's own rules.

/** The order of the columns below. */
export const COLUMNS: readonly Actor[] = [
	...(['administrator', 'coordinator', 'coordinatorOfCare', 'animatorOfCare', 'animatorOfOxfam'] as const),
	...(['leaderOfOne', 'leaderOfTwo', 'leaderOfThree', 'memberOfOne', 'donor', 'coordinatorOfB', 'leaderOfBee', 'closed', 'stranger'] as const),
];

/**
 * Who reads which page. `o` reads it; `x` is told that there is nothing, or that it is not hers; `>` is sent elsewhere: to
 * the door without a session, to the programmes or to the figures where there is nothing to do.
 *
 * admin, coordinator, CARE: coordinator, animator; Oxfam: animator; leaders of one, two, three; member of one; donor;
 * programme B: coordinator, leader of bee; closed account, stranger.
 */
export const PAGES: readonly (readonly [address: string, verdicts: string])[] = [
	//                                                     a  c cc ac ao  1  2  3 m1  d  cB lb  -  ?
	['/', '                                                o  o  o  o  o  o  o  o  o  o  o  o  o  o'],
	['/annuaire', '                                        o  o  o  o  o  o  o  o  o  o  o  o  o  o'],
	['/programmes', '                                      o  o  o  o  o  o  o  o  o  o  o  o  o  o'],
	['/programmes/essai-a', '                              o  o  o  o  o  o  o  o  o  o  o  o  o  o'],
	['/verifier', '                                        o  o  o  o  o  o  o  o  o  o  o  o  o  o'],
	['/entrer', '                                          o  o  o  o  o  o  o  o  o  o  o  o  o  o'],
	['/terrain', '                                         o  o  o  o  o  o  o  o  o  o  o  o  o  o'],
	['/bureau', '                                          >  o  o  o  o  o  o  o  o  >  o  o  >  >'],
	['/organisations', '                                   >  o  o  o  o  o  o  o  o  o  o  o  >  >'],
	['/organisations/liste.xlsx', '                        >  o  o  o  o  o  o  o  o  o  o  o  >  >'],
	['/organisations/liste.csv', '                         >  o  o  o  o  o  o  o  o  o  o  o  >  >'],
	['/organisations/couverture', '                        >  o  o  o  o  o  o  o  o  o  o  o  >  >'],
	['/organisations/couverture/tableau.xlsx', '           >  o  o  o  o  o  o  o  o  o  o  o  >  >'],
	['/organisations/couverture/tableau.csv', '            >  o  o  o  o  o  o  o  o  o  o  o  >  >'],
	['/organisations/nouvelle', '                          >  o  o  o  o  x  x  x  x  x  o  x  >  >'],
	['/organisations/{organisation one}', '                >  o  o  o  x  o  x  x  o  x  x  x  >  >'],
	['/organisations/{organisation three}', '              >  o  x  x  o  x  x  o  x  x  x  x  >  >'],
	['/organisations/{organisation bee}', '                >  x  x  x  x  x  x  x  x  x  o  o  >  >'],
	['/organisations/{organisation one}/corriger', '       >  o  o  o  x  o  x  x  x  x  x  x  >  >'],
	['/organisations/{organisation one}/histoire', '       >  o  o  o  x  o  x  x  o  x  x  x  >  >'],
	['/organisations/{organisation bee}/histoire', '       >  x  x  x  x  x  x  x  x  x  o  o  >  >'],
	['/organisations/{organisation one}/contacts', '       >  o  o  o  x  o  x  x  x  x  x  x  >  >'],
	['/organisations/{organisation one}/pieces/{scan one}', '>  o  o  o  x  o  x  x  o  x  x  x  >  >'],
	['/organisations/{organisation bee}/pieces/{scan bee}', '>  x  x  x  x  x  x  x  x  x  o  o  >  >'],
	['/organisations/importer', '                          >  o  o  o  o  x  x  x  x  x  o  x  >  >'],
	['/organisations/importer/modele.csv', '               >  o  o  o  o  o  o  o  o  o  o  o  >  >'],
	['/organisations/importer/{import one}', '             >  o  o  o  x  x  x  x  x  x  x  x  >  >'],
	['/organisations/importer/{import three}', '           >  o  x  x  o  x  x  x  x  x  x  x  >  >'],
	['/organisations/importer/{import one}/ligne/2', '     >  o  o  o  x  x  x  x  x  x  x  x  >  >'],
	['/organisations/doublons', '                          >  o  o  o  o  x  x  x  x  x  o  x  >  >'],
	['/organisations/doublons?onglet=merged', '            >  o  o  o  o  x  x  x  x  x  o  x  >  >'],
	['/personnes/doublons', '                              >  o  o  o  o  x  x  x  x  x  o  x  >  >'],
	['/personnes/{person one}', '                          >  o  o  o  x  o  x  x  o  x  x  x  >  >'],
	['/personnes/{person three}', '                        >  o  o  o  o  x  x  o  x  x  x  x  >  >'],
	['/besoins', '                                         >  o  o  o  o  o  o  o  o  o  o  o  >  >'],
	['/besoins/nouveau', '                                 >  o  o  o  o  o  o  o  x  x  o  o  >  >'],
	['/besoins/poids', '                                   >  o  o  o  o  o  o  o  o  x  o  o  >  >'],
	['/besoins/promesses', '                               >  o  o  o  o  o  o  o  o  x  o  o  >  >'],
	['/besoins/promesses/agenda.ics', '                    >  o  o  o  o  o  o  o  o  x  o  o  >  >'],
	// A heading that is open is read by whoever may say "us too" for an organisation of the programme; the members look on.
	['/besoins/nous-aussi/{group shared}', '               >  o  o  o  o  o  o  o  x  x  x  x  >  >'],
	['/besoins/nous-aussi/{group lonely}', '               >  x  x  x  x  x  x  x  x  x  x  x  >  >'],
	['/besoins/nous-aussi/{group beyond}', '               >  x  x  x  x  x  x  x  x  x  o  o  >  >'],
	// What was answered is corrected by nobody; what was said by its organisation, by nobody else.
	['/besoins/{need one}/corriger', '                     >  x  x  x  x  x  x  x  x  x  x  x  >  >'],
	['/besoins/{wish one}/corriger', '                     >  x  x  x  x  o  x  x  x  x  x  x  >  >'],
	['/besoins/{need one}', '                              >  o  o  o  x  o  x  x  o  x  x  x  >  >'],
	['/besoins/{need three}', '                            >  o  x  x  o  x  x  o  x  x  x  x  >  >'],
	['/besoins/{need bee}', '                              >  x  x  x  x  x  x  x  x  x  o  o  >  >'],
	['/besoins/groupes/{group shared}', '                  >  o  o  o  o  o  x  o  o  x  x  x  >  >'],
	['/besoins/groupes/{group lonely}', '                  >  o  o  o  x  x  o  x  x  x  x  x  >  >'],
	['/besoins/groupes/{group beyond}', '                  >  x  x  x  x  x  x  x  x  x  o  o  >  >'],
	['/formations', '                                      >  o  o  o  o  o  o  o  o  o  o  o  >  >'],
	['/formations/nouvelle', '                             >  o  o  x  x  x  x  x  x  x  o  x  >  >'],
	['/formations/{session shared}', '                     >  o  o  o  o  o  x  o  o  x  x  x  >  >'],
	['/formations/{session lonely}', '                     >  o  o  o  x  x  o  x  x  x  x  x  >  >'],
	['/formations/{session beyond}', '                     >  x  x  x  x  x  x  x  x  x  o  o  >  >'],
	['/formations/{session shared}/apres', '               >  o  o  o  o  o  x  o  o  x  x  x  >  >'],
	['/formations/{session shared}/feuille', '             >  o  o  o  o  o  x  o  o  x  x  x  >  >'],
	['/formations/{session shared}/agenda.ics', '          >  o  o  o  o  o  x  o  o  x  x  x  >  >'],
	['/formations/{session shared}/engagements', '         >  o  o  o  o  o  x  o  o  x  x  x  >  >'],
	['/formations/{session shared}/verification', '        >  o  o  o  x  x  x  x  x  x  x  x  >  >'],
	['/formations/{session beyond}/verification', '        >  x  x  x  x  x  x  x  x  x  o  x  >  >'],
	['/formations/{session shared}/corriger', '            >  o  o  x  x  x  x  x  x  x  x  x  >  >'],
	['/formations/{session shared}/lettres', '             >  o  o  o  x  x  x  x  x  x  x  x  >  >'],
	['/formations/{quiet shared}', '                       >  o  o  o  o  o  x  o  o  x  x  x  >  >'],
	['/formations/{session shared}/attestations', '        >  o  o  o  o  o  x  o  o  x  x  x  >  >'],
	['/formations/{session shared}/attestations/attestations.pdf', '>  o  o  o  o  o  x  o  o  x  x  x  >  >'],
	['/formations/{quiet shared}/attestations', '          >  x  x  x  x  x  x  x  x  x  x  x  >  >'],
	['/formations/calendrier', '                           >  o  o  o  o  o  o  o  o  o  o  o  >  >'],
	['/formations/calendrier.ics', '                       >  o  o  o  o  o  o  o  o  o  o  o  >  >'],
	['/formations/modules', '                              >  o  o  o  o  o  o  o  o  o  o  o  >  >'],
	['/formations/modules/nouveau', '                      >  o  x  x  x  x  x  x  x  x  o  x  >  >'],
	['/formations/modules/{module a}', '                   >  o  o  o  o  x  x  x  x  x  x  x  >  >'],
	['/formations/questions', '                            >  o  o  o  o  o  o  o  o  o  o  o  >  >'],
	['/formations/{session shared}/tests', '               >  o  o  o  x  x  x  x  x  x  x  x  >  >'],
	['/formations/{session shared}/tests/papier', '        >  o  o  o  x  x  x  x  x  x  x  x  >  >'],
	['/formations/{session beyond}/tests', '               >  x  x  x  x  x  x  x  x  x  o  x  >  >'],
	['/formations/{session shared}/evaluation', '          >  o  o  o  x  x  x  x  x  x  x  x  >  >'],
	['/formations/{session shared}/evaluation/papier', '   >  o  o  o  x  x  x  x  x  x  x  x  >  >'],
	['/formations/{session beyond}/evaluation', '          >  x  x  x  x  x  x  x  x  x  o  x  >  >'],
	['/formations/{session shared}/saisie', '              >  o  o  o  x  x  x  x  x  x  x  x  >  >'],
	['/formations/{session beyond}/saisie', '              >  x  x  x  x  x  x  x  x  x  o  x  >  >'],
	['/formations/{session shared}/saisie/connues', '      >  o  o  o  x  x  x  x  x  x  x  x  >  >'],
	['/formations/{session shared}/saisie/pieces/{scan of session shared}', '>  o  o  o  x  x  x  x  x  x  x  x  >  >'],
	['/f/S-SHARED-00', '                                   >  >  >  >  >  >  >  >  >  >  >  >  >  >'],
	['/accompagnement', '                                  >  o  o  o  o  o  o  o  o  x  o  o  >  >'],
	['/accompagnement/nouvelle', '                         >  o  o  o  o  x  x  x  x  x  o  x  >  >'],
	['/accompagnement/listes', '                           >  o  o  o  o  x  x  x  x  x  o  x  >  >'],
	['/accompagnement/listes/nouvelle', '                  >  o  o  x  x  x  x  x  x  x  o  x  >  >'],
	// A checklist of the programme is read by its partners, and by each organisation that is visited with it.
	['/accompagnement/listes/{checklist a}', '             >  o  o  o  o  o  o  o  o  x  x  x  >  >'],
	['/accompagnement/listes/{checklist b}', '             >  x  x  x  x  x  x  x  x  x  o  o  >  >'],
	['/accompagnement/listes/{checklist a}/corriger', '    >  o  x  x  x  x  x  x  x  x  x  x  >  >'],
	['/accompagnement/organisations/{organisation one}', ' >  o  o  o  x  o  x  x  o  x  x  x  >  >'],
	['/accompagnement/organisations/{organisation bee}', ' >  x  x  x  x  x  x  x  x  x  o  o  >  >'],
	['/accompagnement/visites/{visit one}', '              >  o  o  o  x  o  x  x  o  x  x  x  >  >'],
	['/accompagnement/visites/{visit three}', '            >  o  x  x  o  x  x  o  x  x  x  x  >  >'],
	['/accompagnement/visites/{visit one}/feuille', '      >  o  o  o  x  o  x  x  o  x  x  x  >  >'],
	// The visit was agreed: whoever scores is sent back to it.
	['/accompagnement/visites/{visit one}/noter', '        >  >  >  >  x  x  x  x  x  x  x  x  >  >'],
	['/indicateurs', '                                     >  o  o  o  o  o  o  o  o  o  o  o  >  >'],
	['/indicateurs/people-trained', '                      >  o  o  o  o  o  o  o  o  o  o  o  >  >'],
	['/indicateurs/needs-answered', '                      >  o  o  o  o  o  o  o  o  o  o  o  >  >'],
	['/rapports', '                                        >  o  o  o  o  o  o  o  o  o  o  o  >  >'],
	['/rapports/chiffres.xlsx', '                          >  o  o  o  o  o  o  o  o  o  o  o  >  >'],
	['/conduite', '                                        o  o  o  x  x  x  x  x  x  x  o  x  >  >'],
	['/conduite/{programme a}', '                          o  o  o  o  o  o  o  o  o  o  o  o  >  >'],
	['/comptes', '                                         o  o  o  o  o  o  o  o  o  o  o  o  >  >'],
	['/comptes/nouveau', '                                 o  o  o  o  o  x  x  x  x  x  o  x  >  >'],
	['/moi', '                                             o  o  o  o  o  o  o  o  o  o  o  o  >  >'],
];

/** Who may meet which canary, anywhere. Every pair that is not written here must never be met. */
export const CANARIES: readonly (readonly [fields: readonly string[], of: string, seenBy: readonly Actor[]])[] = [
	[
		['name', 'acro', 'hill', 'contact', 'duty', 'mail', 'need', 'wish', 'verdict'],
		'one',
		['coordinator', 'coordinatorOfCare', 'animatorOfCare', 'leaderOfOne', 'memberOfOne'],
	],
	[
		['name', 'acro', 'hill', 'contact', 'duty', 'mail', 'need', 'wish', 'verdict'],
		'two',
		['coordinator', 'coordinatorOfCare', 'animatorOfCare', 'leaderOfTwo'],
	],
	[['name', 'acro', 'hill', 'contact', 'duty', 'mail', 'need', 'wish', 'verdict'], 'three', ['coordinator', 'animatorOfOxfam', 'leaderOfThree']],
	[['name', 'acro', 'hill', 'contact', 'duty', 'mail', 'need', 'wish', 'verdict'], 'bee', ['coordinatorOfB', 'leaderOfBee']],
	// The past of an organisation is for those who see the organisation.
	...(
		[
			['one', ['coordinator', 'coordinatorOfCare', 'animatorOfCare', 'leaderOfOne', 'memberOfOne']],
			['two', ['coordinator', 'coordinatorOfCare', 'animatorOfCare', 'leaderOfTwo']],
			['three', ['coordinator', 'animatorOfOxfam', 'leaderOfThree']],
			['bee', ['coordinatorOfB', 'leaderOfBee']],
		] as const
	).map(
		([of, seenBy]) =>
			[
				['formername', 'formeracro', 'actnumber', 'authority', 'life', 'service', 'office', 'chief', 'decided', 'network', 'funds', 'scan'],
				of,
				seenBy,
			] as const,
	),
	// A list that is being imported is for the team of its partner alone: an organisation named in it does not see it.
	[['listfile', 'listcell', 'listname', 'listnote'], 'one', ['coordinator', 'coordinatorOfCare', 'animatorOfCare']],
	[['listfile', 'listcell', 'listname', 'listnote'], 'three', ['coordinator', 'animatorOfOxfam']],
	[['listfile', 'listcell', 'listname', 'listnote'], 'bee', ['coordinatorOfB']],
	// What a visit found and what was promised is for the organisation and those who accompany it.
	...(
		[
			['one', ['coordinator', 'coordinatorOfCare', 'animatorOfCare', 'leaderOfOne', 'memberOfOne']],
			['two', ['coordinator', 'coordinatorOfCare', 'animatorOfCare', 'leaderOfTwo']],
			['three', ['coordinator', 'animatorOfOxfam', 'leaderOfThree']],
			['bee', ['coordinatorOfB', 'leaderOfBee']],
		] as const
	).map(([of, seenBy]) => [['coach', 'promised', 'promiser', 'agreed', 'agreedduty', 'corrected'], of, seenBy] as const),
	// A checklist is a tool: all who are visited with it read it.
	[
		['checklist', 'checkpoint', 'anchor'],
		'a',
		['coordinator', 'coordinatorOfCare', 'animatorOfCare', 'animatorOfOxfam', 'leaderOfOne', 'leaderOfTwo', 'leaderOfThree', 'memberOfOne'],
	],
	[['checklist', 'checkpoint', 'anchor'], 'b', ['coordinatorOfB', 'leaderOfBee']],
	[
		['person', 'evidence', 'function', 'receiver', 'firstlook'],
		'one',
		['coordinator', 'coordinatorOfCare', 'animatorOfCare', 'leaderOfOne', 'memberOfOne'],
	],
	[['person', 'evidence', 'function', 'receiver', 'firstlook'], 'two', ['coordinator', 'coordinatorOfCare', 'animatorOfCare', 'leaderOfTwo']],
	// Three is of Oxfam and came to a session of CARE: those who hold that session know who came, and what became of it.
	[
		['person', 'evidence', 'function', 'receiver', 'firstlook'],
		'three',
		['coordinator', 'animatorOfOxfam', 'leaderOfThree', 'coordinatorOfCare', 'animatorOfCare'],
	],
	[['person', 'evidence', 'function', 'receiver', 'firstlook'], 'bee', ['coordinatorOfB', 'leaderOfBee']],
	// A signed sheet bears names: its photograph is for the team that holds the session alone.
	[['sheetscan'], 'shared', ['coordinator', 'coordinatorOfCare', 'animatorOfCare']],
	[['sheetscan'], 'lonely', ['coordinator', 'coordinatorOfCare', 'animatorOfCare']],
	[['sheetscan'], 'beyond', ['coordinatorOfB']],
	// Of a pair, each record is for those who see it; the pair, for those who see both.
	[['twinleft', 'twinright'], 'one', ['coordinator', 'coordinatorOfCare', 'animatorOfCare']],
	[['twinleft', 'twinright'], 'two', ['coordinator', 'coordinatorOfCare', 'animatorOfCare']],
	[['twinleft', 'twinright'], 'three', ['coordinator', 'animatorOfOxfam']],
	[['twinleft', 'twinright'], 'bee', ['coordinatorOfB']],
	[['twinleft'], 'across', ['coordinator', 'coordinatorOfCare', 'animatorOfCare']],
	[['twinright'], 'across', ['coordinator', 'animatorOfOxfam']],
	[['manleft', 'manright'], 'one', ['coordinator', 'coordinatorOfCare', 'animatorOfCare', 'leaderOfOne', 'memberOfOne']],
	[['manleft', 'manright'], 'two', ['coordinator', 'coordinatorOfCare', 'animatorOfCare', 'leaderOfTwo']],
	[['manleft', 'manright'], 'three', ['coordinator', 'animatorOfOxfam', 'leaderOfThree']],
	[['manleft', 'manright'], 'bee', ['coordinatorOfB', 'leaderOfBee']],
	// A group's neutral heading and what was answered are for all whose need it holds; so is the face of its session.
	[
		['reason', 'answer', 'title', 'venue', 'thing', 'mark'],
		'shared',
		['coordinator', 'coordinatorOfCare', 'animatorOfCare', 'animatorOfOxfam', 'leaderOfOne', 'leaderOfThree', 'memberOfOne'],
	],
	[
		['heading', 'reason', 'answer', 'title', 'venue', 'thing', 'mark'],
		'lonely',
		['coordinator', 'coordinatorOfCare', 'animatorOfCare', 'leaderOfTwo'],
	],
	[['heading', 'reason', 'answer', 'title', 'venue', 'thing', 'weights', 'mark'], 'beyond', ['coordinatorOfB', 'leaderOfBee']],
	// The heading of a group that is open, and what the ranking weighs, are for everybody who works in the programme.
	[
		['heading', 'weights'],
		'shared',
		[
			...(['coordinator', 'coordinatorOfCare', 'animatorOfCare', 'animatorOfOxfam'] as const),
			...(['leaderOfOne', 'leaderOfTwo', 'leaderOfThree', 'memberOfOne'] as const),
		],
	],
	...ACTIVITY_CANARIES,
	...TEST_CANARIES,
	// Accounts are kept by the administrator, and known to those who work where they are.
	[['account'], 'alice', ['administrator', 'coordinator']],
	[['account'], 'bob', ['administrator', 'coordinatorOfB']],
	[['account'], 'programmeadonor', ['administrator', 'coordinator', 'donor']],
	[['account'], 'partnercarecoordinator', ['administrator', 'coordinator', 'coordinatorOfCare', 'animatorOfCare']],
	[['account'], 'partnercareanimator', ['administrator', 'coordinator', 'coordinatorOfCare', 'animatorOfCare']],
	[['account'], 'partneroxfamanimator', ['administrator', 'coordinator', 'animatorOfOxfam']],
	[['account'], 'leaderone', ['administrator', 'coordinator', 'coordinatorOfCare', 'animatorOfCare', 'leaderOfOne', 'memberOfOne']],
	[['account'], 'memberone', ['administrator', 'coordinator', 'coordinatorOfCare', 'animatorOfCare', 'leaderOfOne', 'memberOfOne']],
	[['account'], 'leadertwo', ['administrator', 'coordinator', 'coordinatorOfCare', 'animatorOfCare', 'leaderOfTwo']],
	[['account'], 'membertwo', ['administrator', 'coordinator', 'coordinatorOfCare', 'animatorOfCare', 'leaderOfTwo']],
	[['account'], 'leaderthree', ['administrator', 'coordinator', 'animatorOfOxfam', 'leaderOfThree']],
	[['account'], 'leaderbee', ['administrator', 'coordinatorOfB', 'leaderOfBee']],
];
