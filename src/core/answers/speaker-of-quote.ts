import { attribute, type Attribution, type Speaker } from '../statements/attribute.ts';
import type { Article } from '../model/article.ts';
import type { Gazetteer } from '../names/gazetteer.ts';
import { foldScript } from '../text/script.ts';
import type { Span } from '../model/span.ts';
import type { Point } from '../model/answer.ts';

// Who says a stretch of an article, and how.
type Saying = Pick<Point, 'speaker' | 'reportedBy' | 'mode'>;

const NOBODY: Saying = { speaker: null, reportedBy: null, mode: null };

/** The one who says all of a stretch; nobody where nobody is said to, or more than one. */
export function sayingOf(article: Article, { start, end }: Span, names: Gazetteer): Saying {
  const sayings = attribute(article, names, { start, end }).filter((one) => one.start < end && one.end > start);
  const [first] = sayings;
  if (first === undefined || first.speaker === null) return NOBODY;
  const { text, name } = first.speaker;
  const isSame = ({ speaker }: Attribution): boolean =>
    speaker !== null && (speaker.text === text || (speaker.name !== null && speaker.name === name));
  if (!sayings.every(isSame)) return NOBODY;
  const { reportedBy } = first;
  const sameReporter = sayings.every((one) => one.reportedBy?.text === reportedBy?.text);
  return {
    speaker: shortForm(first.speaker, names),
    reportedBy: reportedBy !== null && sameReporter ? shortForm(reportedBy, names) : null,
    // Of two sentences, one of them indirect, the quote is not all somebody's own words.
    mode: sayings.every(({ mode }) => mode === 'direct') ? 'direct' : 'indirect',
  };
}

// 「中共中央外事辦主任楊潔篪」 is 楊潔篪; an office without a name stays whole.
function shortForm({ text, name }: Speaker, names: Gazetteer): string {
  if (name?.kind !== 'person') return text;
  const mention = names.mentions(foldScript(text), text).find((one) => one.name === name);
  return mention === undefined ? text : text.slice(mention.start, mention.end);
}
