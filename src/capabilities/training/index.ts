export { sessions, type Session } from './schema.ts';
