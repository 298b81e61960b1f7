/** What a need is before anything became of it: in no group, without an answer, not taken back. */
export const unanswered = {
	...{ groupId: null, takenBackOn: null, answeredOn: null, answerWords: '' },
	...{ verdict: null, verdictOn: null, verdictWords: '', earlierAnswers: [] },
} as const;
