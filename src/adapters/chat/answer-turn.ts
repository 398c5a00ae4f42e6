import { foldScript, isFound, type Answer, type Article, type AskedKind, type Question } from '../../core/index.ts';
import { askedText } from '../../logger.ts';
import { catalogue } from '../../messages/index.ts';
import type { Turn } from './asker.ts';
import type { At } from './chat-state.ts';
import { claimIn, linkedArticle } from './claim.ts';
import { listedBefore, offsetAt } from './levels.ts';
import { langOfText } from './preferences.ts';
import { renderAnswer } from './render-answer.ts';
import { renderArticle } from './render-article.ts';
import { notice, sentence, type Reply } from './reply.ts';

/** Answers what somebody asks in their conversation, or that of what they reply to. */
export async function answerTurn({ replied = null, ...turn }: Turn, { who, showing, state }: At): Promise<Reply> {
  const { archive, context, parts } = state;
  parts.logger.debug(`Asked in ${who.place}`, askedText(turn.text));
  const conversation = await context.conversationFor(who, replied);
  const isAboutLast = turn.text === '' && turn.as !== undefined && turn.as !== 'answer';
  const last = isAboutLast ? archive.last(who.place) : null;
  const given = { ...state.filtersOf(who.place).given(), ...defined(turn), as: turn.as };
  const lang = turn.lang ?? state.chosen(who.user) ?? langOfText(turn.text, state.langOf(who));
  const question = last === null ? { ...given, lang } : { ...last.resolved, as: turn.as, lang };
  const answer = await state.ask({ ...question, conversation }, who);
  // 「這是真的嗎？」, of what somebody else says, asks what the coverage has of that.
  if (replied !== null && !replied.isOurs && isDoubt(answer)) {
    const { chat, slash } = catalogue(lang);
    if (replied.question === null) return sentence(replied.isInMenu === true ? slash.unread : chat.noText);
    return await aboutMessage(replied.question.text, { who, showing, state }, lang);
  }
  state.answered(who, answer, 0);
  // That it is the last question again, its own words do not say.
  const shown = last === null ? answer : { ...answer, understood: last.resolved.text };
  return renderAnswer(shown, { ...showing, level: 0, days: archive.corpus() });
}

const isDoubt = (answer: Answer): boolean =>
  answer.kind === 'about' && (answer.reason.code === 'certain' || answer.reason.code === 'wrong');

/**
 * Answers what somebody's message says; from the article that it links, which is shown where it does not answer. `lang`: where it is not
 * that of the message.
 */
export async function aboutMessage(message: string, at: At, lang = at.who.lang ?? undefined): Promise<Reply> {
  const { archive, langOf } = at.state;
  const article = linkedArticle(message, archive.articles());
  const claim = claimIn(message);
  if (article === null)
    return claim === ''
      ? sentence(catalogue(lang ?? langOf(at.who)).chat.noText)
      : await answerTurn({ text: claim, lang }, at);
  await archive.bring(article);
  return (await fromArticle(article, claim, at)) ?? renderArticle(article, 0, lang ?? langOf(at.who));
}

// What the article says of a message that links it and is not just its title; null where that is nothing.
async function fromArticle(article: Article, claim: string, { who, showing, state }: At): Promise<Reply | null> {
  const { id, outlet, date, title } = article;
  if (claim === '' || date === null || foldScript(claim).includes(foldScript(title))) return null;
  const conversation = await state.context.conversationFor(who, null);
  const lang = state.chosen(who.user) ?? who.lang ?? langOfText(claim, state.langOf(who));
  const question = { text: claim, lang, as: 'answer', outlet: outlet ?? undefined, since: date, until: date } as const;
  const answer = await state.ask({ ...question, conversation }, who);
  if (answer.kind !== 'answered' || answer.citations.some(({ articleId }) => articleId !== id)) return null;
  state.answered(who, answer, 0);
  return renderAnswer(answer, { ...showing, level: 0, days: state.archive.corpus() });
}

const defined = (turn: Question): Question =>
  Object.fromEntries(Object.entries(turn).filter(([, value]) => value !== undefined)) as unknown as Question;

/** More on a question: what an answer of that level has not shown. Continues no conversation. */
export async function more(
  question: Question,
  of: AskedKind | undefined,
  at: At & { readonly level: number },
): Promise<Reply> {
  const { who, showing, state, level } = at;
  const { conversation: _, ...alone } = question;
  const answer = await state.ask({ ...alone, ...offsetAt(level, of) }, who);
  if (!isFound(answer)) return notice(catalogue(answer.lang).noMore);
  state.answered(who, answer, level);
  const options = { ...showing, level, days: state.archive.corpus(), listedBefore: listedBefore(answer, level) };
  return renderAnswer({ ...answer, question: question.text }, options);
}

/** The same question without its filters. A new conversation: the filters of the old one would come back with the next follow-up. */
export async function anywhere({ text, as, lang }: Question, { who, showing, state }: At): Promise<Reply> {
  state.context.beginAnew(who.place);
  const conversation = await state.context.conversationFor(who, null);
  const answer = await state.ask({ text, as, lang, anywhere: true, conversation }, who);
  state.answered(who, answer, 0);
  return renderAnswer(answer, { ...showing, level: 0, days: state.archive.corpus() });
}
