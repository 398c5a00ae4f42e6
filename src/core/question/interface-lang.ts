import type { InterfaceLang } from '../model/question.ts';
import { isCjk } from '../text/characters.ts';
import { scriptOf } from '../text/script.ts';

const CANTONESE = /[嘅咗喺嚟冇哋嘢啲嗰咩乜]|邊個|邊度|點解|點樣|幾耐|唔該/;

// Japanese: its Han characters are not a Chinese script.
const KANA = /[\u3041-\u30fa]/;

/**
 * The language to speak to the asker in: the script of a Chinese question, English for a question in Latin letters, `usual` for
 * one whose characters both scripts share. Other languages are answered in English.
 */
export function interfaceLangOf(text: string, usual: InterfaceLang): InterfaceLang {
  if (CANTONESE.test(text)) return 'zh-Hant';
  if (KANA.test(text)) return 'en';
  const script = scriptOf(text);
  if (script !== null) return script;
  let chinese = 0;
  let letters = 0;
  for (const char of text) {
    if (isCjk(char.charCodeAt(0))) chinese += 1;
    else if (/\p{L}/u.test(char)) letters += 1;
  }
  if (chinese === 0 && letters > 0) return 'en';
  return chinese > 0 && usual === 'en' ? 'zh-Hant' : usual;
}
