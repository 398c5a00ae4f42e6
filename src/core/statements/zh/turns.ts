import type { Block } from '../../model/article.ts';
import type { Span } from '../../model/span.ts';
import { lexicon } from './lexicon.ts';
import { phrasesAt } from './phrase.ts';
import type { Phrase } from './token.ts';
import type { ZhText } from './zh-text.ts';

/** Whose turn of a transcript, or whose signed statement, a paragraph is. */
export interface Turn {
  readonly speaker: Phrase;
  /** Whether the label stands in this paragraph. */
  readonly isLabelled: boolean;
  readonly act: 'say' | 'ask';
  /** What is said. */
  readonly content: Span;
}

interface Label {
  readonly end: number;
  readonly role: string | undefined;
  readonly phrase: Phrase | null;
}

// UTF-16 units before the colon.
const LONGEST_LABEL = 24;

/** The turns of a transcript by the start of each of its paragraphs; a turn lasts to the next label. Empty where it is none. */
export function turnsOf(text: ZhText, paragraphs: readonly Block[]): ReadonlyMap<number, Turn> {
  const labels = new Map<number, Label>();
  for (const { start, end } of paragraphs) {
    const label = labelAt(text, start, end);
    if (label !== null) labels.set(start, label);
  }
  const turns = new Map<number, Turn>();
  if (!isTranscript(text, [...labels.values()])) return turns;
  const answering = onlyAnswering(text, labels);
  let turn: Turn | null = null;
  for (const { start, end } of paragraphs) {
    const label: Label | undefined = labels.get(start);
    if (label === undefined) turn = goneOn(turn, { start, end });
    else {
      const speaker: Phrase | null = label.phrase ?? (label.role === 'answer' ? answering : null);
      const act = label.role === 'ask' ? 'ask' : 'say';
      const content = { start: Math.min(label.end + 1, end), end };
      turn = speaker === null ? null : { speaker, isLabelled: label.phrase !== null, act, content };
    }
    if (turn !== null && turn.content.start < turn.content.end) turns.set(start, turn);
  }
  return turns;
}

function goneOn(turn: Turn | null, { start, end }: Span): Turn | null {
  return turn === null ? null : { ...turn, isLabelled: false, content: { start, end } };
}

// 毛宁：, 路透社記者：, 問：: somebody who can speak, and a colon or the end of the paragraph.
function labelAt(text: ZhText, start: number, end: number): Label | null {
  const { masked } = text;
  const colon = masked.slice(start, Math.min(end, start + LONGEST_LABEL)).indexOf(':');
  // A label may have a paragraph of its own, without a colon.
  const at = colon < 0 && end - start <= LONGEST_LABEL ? end : start + colon;
  if (at <= start) return null;
  const { turnWords, turnLabels } = lexicon();
  const from = turnWords.startBefore(masked, at);
  const [role, somebody] = (from >= start ? turnLabels.get(masked.slice(from, at)) : undefined)?.split(', ') ?? [];
  if (from === start && somebody === undefined) return { end: at, role, phrase: null };
  const phrase = phrasesAt(text, start, at).find((one) => one.end === at && isSomebody(one)) ?? null;
  return phrase === null ? null : { end: at, role, phrase };
}

const isSomebody = ({ kind }: Phrase): boolean => kind === 'person' || kind === 'office';

// Two labels at least, and one of them asks or comes again.
function isTranscript({ masked }: ZhText, labels: readonly Label[]): boolean {
  const forms = labels.map(({ phrase }) => (phrase === null ? '' : masked.slice(phrase.start, phrase.end)));
  return labels.length > 1 && (labels.some(({ role }) => role === 'ask') || new Set(forms).size < forms.length);
}

// The only one with a name who does not ask: 答 is they.
function onlyAnswering({ masked }: ZhText, labels: ReadonlyMap<number, Label>): Phrase | null {
  const found = new Map<string, Phrase>();
  for (const { phrase, role } of labels.values()) {
    if (phrase === null || role === 'ask') continue;
    const form = masked.slice(phrase.start, phrase.end);
    if (!found.has(form)) found.set(form, phrase);
  }
  const [first] = found.values();
  return first ?? null;
}

// Paragraphs at the beginning among which the signer stands.
const SIGNED_WITHIN = 5;
const LONGEST_SIGNATURE = 40;

/** A statement that is given whole: 「迈克尔·蓬佩奥，国务卿」 above its paragraphs, each of which is then theirs. */
export function signedParagraphs(text: ZhText, title: string, paragraphs: readonly Block[]): ReadonlyMap<number, Turn> {
  const turns = new Map<number, Turn>();
  if (!lexicon().isSignedTitle(title)) return turns;
  const at = paragraphs.slice(0, SIGNED_WITHIN).findIndex((paragraph) => signerIn(text, paragraph) !== null);
  const speaker = at < 0 ? null : signerIn(text, paragraphs[at] as Block);
  if (speaker === null) return turns;
  for (const { start, end } of paragraphs.slice(at + 1))
    turns.set(start, { speaker, isLabelled: false, act: 'say', content: { start, end } });
  return turns;
}

function signerIn({ masked, mentions }: ZhText, { start, end }: Span): Phrase | null {
  if (end - start > LONGEST_SIGNATURE || /[。!?:]/.test(masked.slice(start, end))) return null;
  const comma = masked.slice(start, end).indexOf(',');
  if (comma < 1 || lexicon().offices.startBefore(masked, end) < start + comma) return null;
  for (let i = start; i < start + comma; i++) {
    const mention = mentions.get(i);
    if (mention?.name.kind !== 'person' || mention.end !== start + comma) continue;
    return { start, end, kind: 'person', name: { start: i, end: mention.end }, entry: mention.name };
  }
  return null;
}
