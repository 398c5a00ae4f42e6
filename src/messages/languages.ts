import type { InterfaceLang } from '../core/index.ts';
import type { Catalogue } from './catalogue.ts';
import { en } from './en.ts';
import { zhHans } from './zh-hans.ts';
import { zhHant } from './zh-hant.ts';

const CATALOGUES: Readonly<Record<InterfaceLang, Catalogue>> = { 'zh-Hant': zhHant, 'zh-Hans': zhHans, en };

/** The sentences of one interface language. */
export const catalogue = (lang: InterfaceLang): Catalogue => CATALOGUES[lang];
