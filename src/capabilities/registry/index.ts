export { KINDS, organisations, SCAN_TYPES, type Mandate, type Membership, type Organisation, type OrganisationKind, type Work } from './schema.ts';
