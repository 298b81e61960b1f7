import type { PlaceScheme } from '#kernel/place.ts';
import type { QuietFace } from '../activity-schema.ts';
import type { Session } from '../schema.ts';

type Place = Pick<Session, 'placeScheme' | 'placeCode'>;
type Face = Pick<Session, 'placeScheme' | 'placeCode' | 'venue' | 'trainers'>;

// The first letters of a commune's code are its province's: "BDI001" of "BDI001004" until 2025, "BI1" of "BI104" since.
const PROVINCE_LETTERS: Readonly<Record<PlaceScheme, number>> = { '2017': 6, '2025': 3 };

/** The province of a place, in the same division; a province is its own. */
export function provinceOf({ placeScheme, placeCode }: Place): Place {
	return { placeScheme, placeCode: placeCode.slice(0, PROVINCE_LETTERS[placeScheme]) };
}

/** What others than the team read of where a session is and who leads it: all of it, or the province alone when it is discreet. */
export function faceForOthers(face: Face, discreet: boolean): Face {
	return discreet ? { ...provinceOf(face), venue: '', trainers: [] } : face;
}

/** What the team alone keeps of a discreet session. */
export function quietFaceOf(id: string, session: Pick<Session, 'id' | 'scopeId'>, face: Face): QuietFace {
	// The shape of a command's input has checked the number.
	return { id: id as QuietFace['id'], scopeId: session.scopeId, sessionId: session.id, ...face };
}
