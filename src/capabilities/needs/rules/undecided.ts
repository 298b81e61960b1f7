/** What a group is before anything was judged, decided or told of it. */
export const undecided = {
	...{ rank: null, rankReason: '', rankedOn: null, openedOn: null, aimsMark: null, feasibilityMark: null, markWords: '' },
	...{ decision: null, reason: '', decidedOn: null, lookAgainOn: null, answeredOn: null, answerWords: '', promisedFor: null },
	...{ answers: [], rounds: [] },
} as const;
