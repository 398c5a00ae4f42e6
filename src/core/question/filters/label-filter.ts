import { foldScript } from '../../text/script.ts';

/** A name that a question narrows by, and where the words stand that say so. */
export interface LabelFilter {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

// 「記者黃春梅」, "by Huang Chunmei"; 「黃春梅寫的文章」, 「黃春梅的報道」, "Huang Chunmei's articles".
const BEFORE_AUTHOR =
  /(?:(?:由|作者|记者|撰稿人|署名|(?:written |reported )?by|from|author|journalist|reporter)[\s:：是为]*)$/;
const BEHIND_AUTHOR =
  /^(?:[\s]*(?:所)?(?:撰写|撰文|写|署名|采写)(?:了|过|的)?|的(?:报道|报导|文章|专栏|评论|新闻)|(?:'s)?(?=\s+(?:articles?|reports?|stories|columns?|pieces?)\b)|\s+(?:wrote|write|written|reported)\b)/;
const MENTIONS_AUTHOR =
  /作者|记者|撰|署名|写|采写|的(?:报道|报导|文章|专栏|评论|新闻)|\b(?:by|author|journalist|reporter|wrote|write|written|reported|articles?|reports?|stories|columns?|pieces?)\b/;

/** The author whose articles a question asks for; null where it only names somebody. Offsets are into the question. */
export function authorFilter(text: string, authors: readonly string[]): LabelFilter | null {
  const folded = foldScript(text);
  if (!MENTIONS_AUTHOR.test(folded)) return null;
  let best: LabelFilter | null = null;
  for (const author of authors) {
    const form = foldScript(author).trim();
    if (form.length < 2 || (best !== null && best.name.length >= author.length)) continue;
    for (let at = folded.indexOf(form); at >= 0; at = folded.indexOf(form, at + 1)) {
      const before = BEFORE_AUTHOR.exec(folded.slice(0, at))?.[0].length ?? 0;
      const behind = BEHIND_AUTHOR.exec(folded.slice(at + form.length))?.[0] ?? null;
      if (before === 0 && behind === null) continue;
      best = { name: author, start: at - before, end: at + form.length + (behind?.length ?? 0) };
    }
  }
  return best;
}

const BEFORE_TAG =
  /(?:(?:标签|标记|分类|类别|主题(?=[\s:：是为「“"'《])|\btag(?:ged)?|\bcategory|\bfiled under|#)[\s:：是为有「“"'《]*)$/;
const BEHIND_TAG =
  /^[」”"'》]*(?:这个)?(?:的)?(?:标签|标记|分类|类别)?(?:的)?(?:报道|报导|文章|新闻|articles?|reports?)?/;

const NAMES_TAG = /^[」”"'》]*(?:这个)?(?:的)?(?:标签|标记|分类|类别)/;

/** The tag whose articles a question asks for. Offsets are into the question. */
export function tagFilter(text: string, tags: readonly string[]): LabelFilter | null {
  const folded = foldScript(text);
  if (!/标签|标记|分类|类别|主题|\btag|\bcategory|filed under|#/.test(folded)) return null;
  let best: LabelFilter | null = null;
  for (const tag of tags) {
    const form = foldScript(tag).trim();
    const at = folded.indexOf(form);
    if (form === '' || at < 0 || (best !== null && best.name.length >= tag.length)) continue;
    const before = BEFORE_TAG.exec(folded.slice(0, at))?.[0].length ?? 0;
    const behind = BEHIND_TAG.exec(folded.slice(at + form.length))?.[0].length ?? 0;
    const names = BEFORE_TAG.test(folded.slice(0, at)) || NAMES_TAG.test(folded.slice(at + form.length));
    if (!names) continue;
    best = { name: tag, start: at - before, end: at + form.length + behind };
  }
  return best;
}
