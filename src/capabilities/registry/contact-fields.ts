import * as v from 'valibot';
import { line } from '#platform/commands/words.ts';

/** How somebody of an organisation is reached: a name, a duty, a telephone as it is dialled, an e-mail address. */
export const contactFields = v.object({
	fullName: line(0, 120),
	duty: line(0, 80),
	phone: v.pipe(line(0, 30), v.regex(/^[+\d ()./-]*$/)),
	email: v.pipe(line(0, 120), v.regex(/^$|^[^@\s]+@[^@\s]+$/)),
});
