export { answersNow } from './rules/need-state.ts';
export { ANSWER_KINDS } from './choices.ts';
export { groups, needs, type AnswerLink, type Group, type Need } from './schema.ts';
