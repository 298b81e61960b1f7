export { KINDS, organisations, type Organisation, type OrganisationKind } from './schema.ts';
