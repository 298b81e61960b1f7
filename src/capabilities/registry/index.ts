export { KINDS, organisations, type Mandate, type Membership, type Organisation, type OrganisationKind, type Work } from './schema.ts';
