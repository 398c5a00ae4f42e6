import type { Answer, AskedKind } from '../../core/index.ts';
import { catalogue } from '../../messages/index.ts';
import { readLangChoice, type LangChoice } from '../lang-choices.ts';
import { anywhere, more } from './answer-turn.ts';
import type { At } from './chat-state.ts';
import { listOf } from './render-answer.ts';
import { renderArticle } from './render-article.ts';
import { renderLangs, renderSources } from './render-help.ts';
import { sentence, type Reply } from './reply.ts';

/** The commands that ask for a kind of answer, which the words of the question then need not. */
export const KIND_OF_COMMAND = {
  compare: 'comparison',
  timeline: 'timeline',
  list: 'listing',
} as const satisfies Record<string, AskedKind>;

/** Commands that any chat has, and which need nothing of a platform. */
export type ChatCommand =
  | 'sources'
  | 'article'
  | 'lang'
  | 'privacy'
  | 'more'
  | 'outlet'
  | 'author'
  | 'tag'
  | 'kind'
  | 'since'
  | 'until'
  | 'filters'
  | 'anywhere'
  | 'new';

/** Does what a command asks for. */
export async function runCommand(command: ChatCommand, argument: string, at: At): Promise<Reply> {
  const { who, state } = at;
  const { archive, context } = state;
  const lang = state.langOf(who);
  const words = catalogue(lang);
  const filters = state.filtersOf(who.place);
  switch (command) {
    case 'sources':
      return renderSources(archive.corpus(), 0, lang);
    case 'article':
      return await showArticle(argument, at);
    case 'lang':
      return argument === '' ? renderLangs(lang) : chooseLang(readLangChoice(argument), at);
    case 'privacy':
      return sentence(words.chat.privacy(state.modelHost(who)));
    case 'outlet':
    case 'author':
    case 'tag':
    case 'kind':
    case 'since':
    case 'until':
      return sentence(filters.change(command, argument, lang));
    case 'filters':
      return sentence(filters.describe(lang));
    case 'more': {
      const last = archive.last(who.place);
      if (last === null) return sentence(words.nothingYet);
      return await more(last.resolved, kindOf(last.kind), { ...at, level: last.level + 1 });
    }
    case 'anywhere': {
      const last = archive.last(who.place);
      filters.clear();
      return last === null ? sentence(words.sessionFilters.none) : await anywhere(last.resolved, at);
    }
    case 'new':
      filters.clear();
      context.beginAnew(who.place);
      archive.forget(who.place);
      return sentence(words.startedAnew);
  }
}

const kindOf = (kind: Answer['kind']): AskedKind | undefined =>
  kind === 'comparison' || kind === 'timeline' || kind === 'listing' ? kind : 'answer';

async function showArticle(given: string, { who, state }: At): Promise<Reply> {
  const lang = state.langOf(who);
  const found = state.archive.find(given, who.place, lang);
  if (found.kind === 'one') {
    await state.archive.bring(found.article);
    return renderArticle(found.article, 0, lang);
  }
  if (found.kind === 'none') return sentence(...found.sentences);
  const words = catalogue(lang);
  return listOf(found.articles, words.severalArticles, lang);
}

/** Speaks to somebody in the language that they choose; null: what they gave is none. */
export function chooseLang(choice: LangChoice | null, { who, state }: At): Reply {
  if (choice === null) return sentence(catalogue(state.langOf(who)).whichLang);
  state.choose(who.user, choice);
  const words = catalogue(state.langOf(who));
  const follows = who.lang == null ? words.langAuto : words.slash.followsDevice;
  return sentence(choice === 'auto' ? follows : words.langChosen, words.chat.untilRestart);
}
