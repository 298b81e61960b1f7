export { groups, needs, type AnswerLink, type Group, type Need } from './schema.ts';
