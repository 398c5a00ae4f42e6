// https://schema.org/Article and what is more of one.
const ARTICLE = /(?:Article|BlogPosting|Report)$/u;
// Nodes of a page that are looked at.
const NODE_LIMIT = 200;

/** The article that a page's JSON-LD describes, by the names of schema.org; null where there is none. */
export function readJsonLd(script: string): Readonly<Record<string, unknown>> | null {
  let data: unknown;
  try {
    data = JSON.parse(script);
  } catch {
    return null;
  }
  const queue: unknown[] = [data];
  for (let count = 0; count < NODE_LIMIT && queue.length > 0; count++) {
    const node = queue.shift();
    if (Array.isArray(node)) queue.push(...node.slice(0, NODE_LIMIT));
    if (typeof node !== 'object' || node === null || Array.isArray(node)) continue;
    const { '@type': type, '@graph': graph, ...rest } = node as Record<string, unknown>;
    if ([type].flat().some((each) => typeof each === 'string' && ARTICLE.test(each))) {
      const { articleBody: _, ...fields } = rest;
      return fields;
    }
    if (graph !== undefined) queue.push(graph);
  }
  return null;
}
