import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { SeatRow, SessionRow } from '#capabilities/training/server/reads.ts';
import { wordsFor } from '#platform/messages/words-for.ts';

/** A letter as it is printed; its lines are French, whatever language its reader works in: it is signed and leaves the house. */
export type Letter = Readonly<{ from: string; to: string; date: string; subject: string; paragraphs: readonly string[]; sign: string }>;

/** What a letter is about: a session, the name of its programme, the day it is written. */
export type About = Readonly<{ session: SessionRow; programme: string; writtenOn: CalendarDate }>;

const words = wordsFor('fr');

/** The letter that invites an organisation, with the number of its seats and whom it is asked to send. */
export function invitationLetter(about: About, { organisation, seats, womenAim, youthAim }: SeatRow): Letter {
	const { session } = about;
	const aims = [
		...(womenAim ? [words('training.letter-women', { count: womenAim })] : []),
		...(youthAim ? [words('training.letter-youth', { count: youthAim })] : []),
	];
	return {
		...headOf(about),
		to: words('training.letter-to-organisation', { organisation }),
		subject: words('training.letter-invitation', { kind: session.kind, title: session.title, code: session.code }),
		paragraphs: [
			words('training.letter-invites', { count: seats ?? 0, ...whenOf(session), title: session.title }),
			words(session.discreet ? 'training.letter-place-told' : 'training.letter-place', { place: placeOf(session) }),
			...aims,
			words('training.letter-answer'),
		],
	};
}

/** The letter that informs the administration of the commune beforehand; it asks nothing. */
export function priorInformationLetter(about: About): Letter {
	const { session, programme } = about;
	return {
		...headOf(about),
		to: words('training.letter-to-administration', { commune: session.commune }),
		subject: words('training.letter-information', { kind: session.kind, code: session.code }),
		paragraphs: [
			words('training.letter-informs', { ...whenOf(session), kind: session.kind, title: session.title, programme, partner: session.partner }),
			words('training.letter-place', { place: placeOf(session) }),
			words('training.letter-informs-end'),
		],
	};
}

function headOf({ session, programme, writtenOn }: About) {
	return {
		from: `${session.partner}\n${programme}`,
		date: words('training.letter-date', { on: writtenOn }),
		sign: words('training.letter-sign', { partner: session.partner }),
	};
}

function whenOf({ firstOn, lastOn }: SessionRow) {
	return { days: firstOn === lastOn ? 'one' : 'many', first: firstOn, last: lastOn };
}

function placeOf({ commune, venue }: SessionRow): string {
	return venue ? `${commune}, ${venue}` : commune;
}
