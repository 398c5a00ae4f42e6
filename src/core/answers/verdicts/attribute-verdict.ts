import type { Verdict } from '../../reading/claims.ts';
import { isChinese } from '../../corpus/languages.ts';
import { anyEnglishWord, anyOf, langPairs } from '../../text/lang-data.ts';
import { foldScript } from '../../text/script.ts';
import type { Candidate } from './speaker-verdict.ts';

type Lang = 'zh' | 'en';

// The forms of a list by what they stand for.
function formsByKind(list: string): ReadonlyMap<string, readonly string[]> {
  const forms = new Map<string, string[]>();
  for (const [form, kind] of langPairs(list)) forms.set(kind, [...(forms.get(kind) ?? []), form]);
  return forms;
}

const LISTS = { asked: listsOf('attributes-asked'), told: listsOf('attributes-told') };

function listsOf(name: string) {
  return { zh: formsByKind(`zh/${name}`), en: formsByKind(`en/${name}`) };
}

// The words for an attribute; null where a language's list has none.
function patternOf(part: 'asked' | 'told', kind: string, langs: readonly Lang[]): RegExp | null {
  const sources = langs.flatMap((lang) => {
    const words = LISTS[part][lang].get(kind);
    return words === undefined ? [] : [lang === 'zh' ? anyOf(words) : anyEnglishWord(words)];
  });
  return sources.length === 0 ? null : new RegExp(sources.join('|'));
}

const KINDS = new Set([...LISTS.asked.zh.keys(), ...LISTS.asked.en.keys()]);
const ATTRIBUTES = [...KINDS].map((kind) => ({
  asked: patternOf('asked', kind, ['zh', 'en']),
  told: { zh: patternOf('told', kind, ['zh']), en: patternOf('told', kind, ['en']) },
}));

/**
 * Whether what is somebody's own, and is asked for, is told of at all: a sentence that, with its passage, has no word of a salary says
 * nothing of one, however much it says of whom is asked about.
 */
export function attributeVerdict({ question: { parsed }, article, ranked: { sentence } }: Candidate): Verdict {
  const lang = isChinese(article) ? 'zh' : 'en';
  const asked = ATTRIBUTES.flatMap(({ asked: asks, told }) =>
    asks?.test(parsed.folded) === true && told[lang] !== null ? [told[lang]] : [],
  );
  if (asked.length === 0) return 'absent';
  const { start, end } = sentence.passage.passage;
  const around = foldScript(article.text.slice(start, end));
  if (asked.some((told) => !told.test(around))) return 'contradicted';
  return asked.every((told) => told.test(sentence.folded)) ? 'met' : 'absent';
}
