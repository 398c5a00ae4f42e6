import { longestMentions, type Gazetteer } from '../../names/gazetteer.ts';
import { englishLexicon } from '../../statements/en/lexicon.ts';
import { readEnglish } from '../../statements/en/read-english.ts';
import { endWithout } from '../../text/characters.ts';
import { articleOf, originOf, recastOf } from './recast.ts';
import type { AskedStatement, QuestionText } from './statement.ts';

const AUXILIARY = String.raw`\b(?:${englishLexicon().words('auxiliary').join('|')})\b`;
const OPEN = new RegExp(`${AUXILIARY} (?:the )?([a-z][a-z0-9 .'’-]{1,60})`, 'd');
// "What did Qin Gang have to say".
const TRAILING = /(?: (?:have|has|had|to|also|really|ever))+$/;
// "What did she ask them to do".
const TO_DO = /^(?: [a-z'’]+){1,4} to [a-z]/;
const TO = /^ (?:(?:of|to|with|from|against|on) )?(?:the )?/;

const startsWith = (text: string, words: string): boolean =>
  text.startsWith(words) && !/^[a-z]/.test(text.slice(words.length));

/** Reads an English question as the statement that would answer it. */
export function inEnglish({ text, folded, cue }: QuestionText, names: Gazetteer): AskedStatement | null {
  if (cue?.asked === 'person') return whoSaid({ text, folded, cue }, names);
  const [from = -1, to = -1] = OPEN.exec(folded)?.indices?.[1] ?? [];
  if (from < 0) return null;
  const mentions = longestMentions(names.mentions(folded, text));
  for (const { 0: word, index } of folded.slice(from, to).matchAll(/ ([a-z]+)/g)) {
    const verb = folded.slice(from + index + 1);
    const form = englishLexicon()
      .verbs(word.trim())
      .find((one) => one.form === 'base' && startsWith(verb, one.words.join(' ')));
    if (form === undefined) continue;
    const end = from + folded.slice(from, from + index).replace(TRAILING, '').length;
    const behind = from + index + 1 + form.words.join(' ').length;
    const at = behind + (TO.exec(folded.slice(behind))?.[0].length ?? 0);
    const other = form.act === 'say' ? undefined : mentions.find(({ start }) => start === at);
    const named = mentions.find((one) => one.start >= from && one.end <= end);
    return {
      speaker: { start: from, end, entry: named?.name ?? null, name: folded.slice(from, end) },
      act: (form.act === 'ask' || form.act === 'other') && TO_DO.test(folded.slice(behind)) ? 'demand' : form.act,
      verb: { start: from + index + 1, end: behind },
      addressee:
        other === undefined ? null : { ...other, entry: other.name, name: folded.slice(other.start, other.end) },
      content: null,
      asksSpeaker: false,
    };
  }
  return null;
}

// "Who said the talks had failed?": whoever it was said what stands behind the verb.
function whoSaid({ text, cue }: Omit<QuestionText, 'kept'>, names: Gazetteer): AskedStatement | null {
  const end = endWithout(text, /[\s?!.]/);
  const recast = recastOf(text, ['Smith', { start: cue?.end ?? 0, end }, '.']);
  const said = readEnglish(articleOf(recast.text), names).find(({ speaker }) => speaker?.name === 'Smith');
  if (said === undefined) return null;
  const content = originOf(recast, said.content);
  return { speaker: null, act: said.act, verb: null, addressee: null, content, asksSpeaker: true };
}
