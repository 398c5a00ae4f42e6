import { array, constantFrom, oneof, string, type Arbitrary } from 'fast-check';

const MARKUP = '* ** _ __ ~~ ` ``` | || > >>> # -# - + 1. \\ [ ] ( ) < :// 12 . 秦刚 。 a 😀'.split(' ');
const WHOLE = [
  '[a](https://b.c)',
  'https://x.y',
  'steam://run',
  '@everyone',
  '@here',
  '<@1>',
  '<@&2>',
  '<#3>',
  '<t:1:R>',
];
const UNSEEN = ['\u202e', '\u200b', '\n', ' ', '> ', '- ', '# ', '</ask:5>', '<:a:4>'];

/** Text made of what Discord obeys, of at most so many parts. */
export const hostileText = (parts: number): Arbitrary<string> =>
  array(oneof(constantFrom(...MARKUP, ...WHOLE, ...UNSEEN), string({ maxLength: 3, unit: 'binary' })), {
    maxLength: parts,
  }).map((chosen) => chosen.join(''));

export const hostile = hostileText(20);
