export { ageBand, AGE_BANDS, type AgeBand } from './rules/age-band.ts';
export { birthYear, persons, phone, sex, type Person } from './schema.ts';
export { metPerson, personInput, type PersonCorrected, type PersonInput, type PersonMet } from './rules/met-person.ts';
export { alignedWords, nameLikeness, type WeighedWord } from './rules/twins/aligned-words.ts';
export { likenessFrom, nameWeight, PROPOSED_FROM, speaksFor, type Likeness, type Reason } from './rules/twins/likeness.ts';
export { standInsTable, TWIN_STATES, twinsTable, type StandIn, type Twin } from './rules/twins/twin-tables.ts';
export { proposedPairs, type Candidate } from './rules/twins/proposed-pairs.ts';
export { markingApart, markingSame, markingTwo, narrowestScope, type Twinned } from './twin-commands.ts';
export type { PersonPlaced } from './reactions/look-for-twins.ts';
