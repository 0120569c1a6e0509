/** Facts that were stored are not there any more: another run removed or replaced them. */
export class LostFacts extends Error {}
