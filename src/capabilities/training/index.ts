export { broughtChecklist } from './rules/coaching/brought-checklist.ts';
export { sessions, type Session } from './schema.ts';
