import { LRUCache } from 'lru-cache';
import { interfaceLangOf, type InterfaceLang, type Region } from '../../core/index.ts';
import type { LangChoice } from '../lang-choices.ts';

/** Which language readers have chosen, while the program runs: nothing is written to disk. */
export interface Preferences {
  /** Undefined where the reader chose nothing, or `auto`. */
  langOf(user: string): InterfaceLang | undefined;
  choose(user: string, choice: LangChoice): void;
}

/** `users`: how many choices are remembered. */
export function createPreferences(users = 10_000): Preferences {
  const chosen = new LRUCache<string, InterfaceLang>({ max: users });
  return {
    langOf: (user) => chosen.get(user),
    choose(user, choice) {
      if (choice === 'auto') chosen.delete(user);
      else chosen.set(user, choice);
    },
  };
}

/**
 * The interface for a language tag of a reader's device (BCP 47: `zh-TW`, `zh-hans`, `en-GB`); null for one that says too little: a bare
 * `zh` does not tell the scripts apart.
 */
export function langOfTag(tag: string | undefined): InterfaceLang | null {
  const [language = '', ...subtags] = (tag ?? '').toLowerCase().split(/[-_]/u);
  if (language === 'zh' || language === 'yue') {
    if (subtags.some((subtag) => ['hant', 'tw', 'hk', 'mo'].includes(subtag))) return 'zh-Hant';
    return subtags.some((subtag) => ['hans', 'cn', 'sg', 'my'].includes(subtag)) ? 'zh-Hans' : null;
  }
  return language === '' ? null : 'en';
}

/** The language to speak to whoever writes a text; `usual` where it shows none, as one word in Latin letters does: a name is in any language. */
export function langOfText(text: string, usual: InterfaceLang): InterfaceLang {
  const [word = '', ...others] = text.match(/[\p{L}\p{N}'’-]+/gu) ?? [];
  return others.length === 0 && isLatin(word) ? usual : interfaceLangOf(text, usual);
}

const isLatin = (word: string): boolean => /^[\p{Script=Latin}\p{N}'’-]+$/u.test(word);

/** Whose Traditional characters the reader of a device is used to. */
export const regionOfTag = (tag: string | undefined): Region => (/\bTW\b/iu.test(tag ?? '') ? 'tw' : 'hk');

/** The same where something has to be said: `usual` where the tag says nothing; for a bare `zh` Chinese, whatever is usual. */
export const langOfDevice = (tag: string | undefined, usual: InterfaceLang): InterfaceLang =>
  langOfTag(tag) ?? (usual === 'en' && /^(?:zh|yue)\b/iu.test(tag ?? '') ? 'zh-Hant' : usual);
