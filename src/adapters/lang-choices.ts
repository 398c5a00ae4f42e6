import type { InterfaceLang } from '../core/index.ts';

/** The languages that the interface speaks. */
export const INTERFACE_LANGS = ['zh-Hant', 'zh-Hans', 'en'] as const satisfies readonly InterfaceLang[];

/** What a reader may choose: a language, or that the interface follows the question. */
export const LANG_CHOICES = [...INTERFACE_LANGS, 'auto'] as const;

export type LangChoice = (typeof LANG_CHOICES)[number];

/** Reads what was typed behind `/lang`; null where it is no choice. */
export const readLangChoice = (given: string): LangChoice | null =>
  LANG_CHOICES.find((choice) => choice.toLowerCase() === given.trim().toLowerCase()) ?? null;

/** Each language by its own name, whatever the interface speaks. */
export const LANG_NAMES: Readonly<Record<InterfaceLang, string>> = {
  'zh-Hant': '繁體中文',
  'zh-Hans': '简体中文',
  en: 'English',
};
