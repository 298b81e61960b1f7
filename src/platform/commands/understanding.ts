import * as v from 'valibot';
import { refuse, type Refusal } from '#kernel/refusal.ts';

const SENTENCES: Readonly<Record<string, readonly [key: string, limit?: 'least' | 'most']>> = {
	min_length: ['platform.too-short', 'least'],
	max_length: ['platform.too-long', 'most'],
	min_value: ['platform.too-small', 'least'],
	max_value: ['platform.too-large', 'most'],
	safe_integer: ['platform.not-whole'],
	integer: ['platform.not-whole'],
	regex: ['platform.not-in-form'],
	picklist: ['platform.choose-one'],
	day: ['platform.no-such-day'],
	'half-day': ['platform.no-such-day'],
};

/** Turns the first thing that is wrong with an input into a sentence about the field it concerns. */
export function notUnderstood(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): Refusal {
	const [issue] = issues;
	const field = v.getDotPath(issue) ?? '';
	const missing = issue.input === '' || issue.input === undefined || issue.input === null;
	if (missing) return refuse('platform.missing', { field });
	const [key, limit] = SENTENCES[issue.type === 'custom' || issue.type === 'check' ? issue.message : issue.type] ?? ['platform.not-understood'];
	const bound = 'requirement' in issue && typeof issue.requirement === 'number' ? issue.requirement : undefined;
	return refuse(key, { field, ...(limit && bound !== undefined && { [limit]: bound }) });
}
