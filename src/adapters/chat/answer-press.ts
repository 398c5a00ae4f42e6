import { otherScript, scriptOf, type Answer, type Region } from '../../core/index.ts';
import { catalogue } from '../../messages/index.ts';
import { answerDocument } from '../document/answer-document.ts';
import { quotationsOf } from '../document/blocks.ts';
import { answerTurn, anywhere, more } from './answer-turn.ts';
import { listedBefore, offsetAt } from './levels.ts';
import type { At } from './chat-state.ts';
import { chooseLang } from './run-command.ts';
import { questionAsked, type Asked, type Press } from './press.ts';
import { renderAnswer } from './render-answer.ts';
import { renderArticle, renderConverted, renderPassage, type ConvertedQuote } from './render-article.ts';
import { renderSources } from './render-help.ts';
import type { Reply } from './reply.ts';

/** What a press asks for; `shown`: the question that its message shows. Null where it cannot be shown any more. */
export async function answerPress(press: Press, shown: string | null, at: At): Promise<Reply | null> {
  const { who, state } = at;
  const { archive } = state;
  const lang = state.langOf(who);
  switch (press.kind) {
    case 'page':
    case 'share':
    case 'convert':
    case 'more':
    case 'anywhere':
      return await again(press, shown, at);
    case 'passage':
    case 'script': {
      const found = await archive.quoteAt(press.place);
      if (found === null) return null;
      const { article, quote } = found;
      if (press.kind === 'passage') return renderPassage(article, press.place, lang);
      return renderConverted([{ source: article, converted: await otherScript(quote, who.region) }], lang);
    }
    case 'article': {
      const article = archive.articleBy(press.article);
      if (article === null) return null;
      await archive.bring(article);
      return renderArticle(article, press.page, lang);
    }
    case 'sources':
      return renderSources(archive.corpus(), press.page, lang);
    case 'example': {
      const text = catalogue(press.lang).examples[press.number];
      return text === undefined ? null : await answerTurn({ text }, at);
    }
    case 'lang':
      return chooseLang(press.choice, at);
  }
}

type AskedPress = Extract<Press, { readonly asked: Asked }>;

// What is made from the question of the message again.
async function again(press: AskedPress, shown: string | null, at: At): Promise<Reply | null> {
  const { who, showing, state } = at;
  const { asked } = press;
  const question = shown === null ? null : questionAsked(shown, asked, state.archive.articles());
  if (question === null) return null;
  if (!('page' in press))
    return press.kind === 'more'
      ? await more(question, asked.of, { ...at, level: asked.level })
      : await anywhere(question, at);
  const answer = await state.ask({ ...question, ...offsetAt(asked.level, asked.of) }, who);
  if (press.kind === 'convert') {
    const converted = renderConverted(await convertedQuotes(answer, who.region), asked.lang);
    const pages = { at: press.page, isLong: true, press: (page: number): Press => ({ ...press, page }) };
    return converted.isNotice === true ? converted : { ...converted, pages };
  }
  state.answered(who, answer, asked.level);
  return renderAnswer(answer, {
    ...showing,
    level: asked.level,
    page: press.page,
    days: state.archive.corpus(),
    listedBefore: listedBefore(answer, asked.level),
  });
}

// The quotes of an answer that are not in the script that most readers of it want: the other one than that of the first.
async function convertedQuotes(answer: Answer, region: Region): Promise<ConvertedQuote[]> {
  const quotations = quotationsOf(answerDocument(answer));
  const from = quotations.map(({ slice }) => scriptOf(slice)).find((script) => script !== null);
  const converted: ConvertedQuote[] = [];
  for (const { source, slice } of quotations) {
    if (source === null || scriptOf(slice) !== from) continue;
    converted.push({ source, converted: await otherScript(slice, region) });
  }
  return converted;
}
