/** What a link to the bot opens: a question, or an article by its key. */
export type DeepLink = { readonly question: string } | { readonly article: string };

/** Characters of a parameter; Bot API, "Deep linking": A–Z a–z 0–9 _ -. */
const LIMIT = 64;

/** A link that opens the bot in private and asks or shows that; null where it does not fit into one. */
export function deepLink(bot: string, to: DeepLink): string | null {
  const parameter = 'article' in to ? `a_${to.article}` : `q_${Buffer.from(to.question, 'utf8').toString('base64url')}`;
  return parameter.length <= LIMIT && /^[\w-]+$/.test(parameter) ? `https://t.me/${bot}?start=${parameter}` : null;
}

/** Reads what stands behind `/start`; null where it is none of these. */
export function readDeepLink(parameter: string): DeepLink | null {
  const [, kind, value = ''] = /^([aq])_([\w-]+)$/.exec(parameter) ?? [];
  if (kind === undefined) return null;
  if (kind === 'a') return { article: value };
  const question = Buffer.from(value, 'base64url').toString('utf8').trim();
  return question === '' || question.includes('\uFFFD') ? null : { question };
}
