export { broughtChecklist } from './rules/coaching/brought-checklist.ts';
export { sessions, type Session } from './schema.ts';
export { plainCode, readSheetCode } from './rules/sheet-code.ts';
export { sampleToAsk } from './rules/recount.ts';
