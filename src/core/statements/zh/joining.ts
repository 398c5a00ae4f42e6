import { anyOf, langWords } from '../../text/lang-data.ts';

// 和, 與, 以及, 、: what stands between two who do one thing.
const WORDS = langWords('zh/joining');

/** The characters that join two speakers by themselves, marks among them. */
export const JOINING_CHARACTERS: readonly string[] = WORDS.filter(({ length }) => length === 1);
/** What joins them but for the mark 、. */
export const JOINING_WORDS: readonly string[] = WORDS.filter((word) => /\p{Script=Han}/u.test(word));
/** The source of a pattern that matches whatever joins two speakers. */
export const JOINT = anyOf(WORDS);
