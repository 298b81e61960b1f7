export { ageBand, AGE_BANDS, type AgeBand } from './rules/age-band.ts';
export { birthYear, persons, phone, sex, type Person } from './schema.ts';
export { metPerson, personInput, type PersonInput } from './rules/met-person.ts';
