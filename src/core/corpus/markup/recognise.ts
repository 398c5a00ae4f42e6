import { foldScript } from '../../text/script.ts';

// What a stretch of Chinese news text is, by its words. Every rule errs towards "a paragraph": to keep a footer is a blemish,
// to hide what somebody said is a fault. The large expressions take a millisecond or two each to compile, at their first use: a
// small one in front of each tells nearly all paragraphs apart, so that a small corpus hardly ever comes to them (12 ms).

// Credits and cities are looked for in folded text, so that each stands here once, in Simplified characters.
const AGENCY =
  '(?:路透社?|法新社|美联社|美新社|新华社|中新社|中新网|中央社|中通社|中评社|彭博社?|共同社|时事社|韩联社|塔斯社|德新社|欧新社|埃菲社|RFA|VOA|AFP|AP|EPA|EFE|PA|Reuters|Getty Images?|Bloomberg|Shutterstock|EyePress|Wikimedia|Wikipedia|Facebook|Twitter|YouTube|Instagram|Unsplash)';
const PICTURE =
  '(?:图片|照片|相片|图像|资料图片?|资料照片?|截图|制图|制表|插图|漫画|摄影|摄|供图|提供|翻摄|视频截图|影片截图)';
// A credit has no sentence in it.
const NO_SENTENCE = '[^。!?;]';
const PLAIN_CREDITS = [
  `(?:来源|图源|出处)?\\s*(?:${AGENCY})(?:\\s*[/、,及和]\\s*(?:${AGENCY}))*\\s*(?:${PICTURE})?`,
  `(?:网络|网路|网上|资料|档案|示意|视频|影片|片段|画面)\\s*(?:图|${PICTURE})(?:\\s*/\\s*\\S{1,20})?`,
  `(?:图|图片|照片|相片|摄影|图源|图表|资料图)\\s*(?:来源|提供|版权)?\\s*[:︰/]\\s*${NO_SENTENCE}{1,40}`,
  `(?:图片|照片|相片)(?:由|来自)${NO_SENTENCE}{1,30}`,
  `(?:Photo(?:graph|s)?|Image|Picture|Illustration)s?\\s*(?::|by|via|courtesy)\\s*${NO_SENTENCE}{1,60}`,
].join('|');
// Under a picture, these are credits too; elsewhere somebody may have refused to be of service: 「拒絕提供」.
const CAPTION_CREDITS = [
  `(?:翻摄|截图|撷取)自${NO_SENTENCE}{1,40}`,
  `[^,:。!?;]{1,18}${PICTURE}(?:\\s*/\\s*${NO_SENTENCE}{1,16})?`,
  `(?:Credit|Source)s?\\s*(?::|by)\\s*${NO_SENTENCE}{1,60}`,
].join('|');
const WHOLE_CREDIT = new RegExp(`^[(【[]?(?:${PLAIN_CREDITS})[)】\\]]?[。.]?$`, 'iu');
const WHOLE_CAPTION_CREDIT = new RegExp(`^[(【[]?(?:${PLAIN_CREDITS}|${CAPTION_CREDITS})[)】\\]]?[。.]?$`, 'iu');
const CREDIT_LIMIT = 60;
// What has a sentence in it can only be a credit with a slash. This tells most short paragraphs from credits.
const mayBeCredit = (text: string): boolean =>
  text.length <= CREDIT_LIMIT && (!/[。！？!?；;](?!$)/u.test(text) || /[/／]/u.test(text));

/** True for a text that is only the credit of a picture, wherever it stands: `路透社圖片`, `（圖／中央社）`. */
export const isCredit = (text: string): boolean => mayBeCredit(text) && WHOLE_CREDIT.test(foldScript(text));

/** True for what is a credit where a caption is due: `何君健攝`, `受訪者提供`. */
export const isCaptionCredit = (text: string): boolean =>
  mayBeCredit(text) && WHOLE_CAPTION_CREDIT.test(foldScript(text));

/** Where in a caption the credit at its end begins; its length where there is none. */
export function creditStart(caption: string): number {
  const bracketed = /[（(【[]([^（()）【】[\]]{1,40})[）)】\]][。.]?$/u.exec(caption);
  if (bracketed !== null && bracketed.index > 0 && isCaptionCredit(bracketed[1] ?? '')) return bracketed.index;
  for (const { index } of caption.matchAll(/(?<=[。！？!?」』”）)》】…])|(?<=\s)(?=\S)|(?<=[\p{Script=Han}\d]\.)/gu)) {
    if (
      index > 0 &&
      index < caption.length &&
      isCaptionCredit(caption.slice(index).trim()) &&
      !opensBracket(caption.slice(0, index))
    )
      return index;
  }
  return caption.length;
}

const opensBracket = (text: string): boolean =>
  (text.match(/[（(「『“《]/gu)?.length ?? 0) > (text.match(/[）)」』”》]/gu)?.length ?? 0);

const REPORTER = '(?:记者|記者|特派员|特派員|特约|特約|编译|編譯|通讯员|通訊員)';
const REPORTED = '(?:报导|報導|报道|報道|专讯|專訊|外电|外電|专电|專電|编译|編譯|综述|綜述)';
// 訊 and 電 at the end of many other words: 研訊, 通訊, 停電.
const WIRE = '(?:(?:日|社|报|報|本台|本网|本網|[^研通短資资简簡视視音]\\s?)(?:讯|訊)|(?:日|社|网|網)(?:电|電))';
const INSIDE = '[^（()）〔〕[\\]［］【】。！？]';
const BYLINE_IN_BRACKETS = `[（(][^（()）]{0,12}${REPORTER}[^（()）。]{1,40}[）)]`;
// Cities that foreign desks report from, as Voice of America puts them before its reports.
const CITY =
  /^(?:华盛顿|北京|上海|广州|香港|台北|高雄|东京|首尔|纽约|旧金山|洛杉矶|伦敦|巴黎|柏林|日内瓦|布鲁塞尔|莫斯科|基辅|新德里|曼谷|新加坡|马尼拉|河内|悉尼|堪培拉|渥太华|多伦多)\s+[—–-]{1,2}\s+/u;
const CITY_WITHIN = 20; // units; the city, and the dash between spaces
const DATELINES = [
  // 【大紀元2023年10月28日訊】（大紀元記者某某綜合報導）, 【明報專訊】, 【記者某某／台北報導】
  `【${INSIDE}{0,40}(?:${REPORTED}|${WIRE})\\s*】\\s*(?:${BYLINE_IN_BRACKETS})?`,
  // （中央社記者某某華盛頓28日電）, [眾新聞記者報道]
  `[（(〔[［](?:${INSIDE}{0,16}${REPORTER}${INSIDE}{0,40}|${INSIDE}{2,30})(?:${REPORTED}|${WIRE})[）)〕\\]］]`,
  // 〔記者某某／台北報導〕 without the last word
  `[（(〔[［【](?:${INSIDE}{0,8}${REPORTER})\\s*${INSIDE}{2,16}[/／]${INSIDE}{2,16}[）)〕\\]］】]`,
  // 新華社北京10月28日電（記者 某某）
  `[\\p{Script=Han}]{2,6}(?:社|网|網|报|報|台)[\\p{Script=Han}]{0,10}\\s*\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日\\s*(?:电|電|讯|訊|消息)\\s*(?:[（(][^（()）]{1,50}[）)])?\\s*[:：]?`,
  // BEIJING, Oct 28 (Reuters) -
  `[A-Z][A-Z .,/]{2,40}(?:[A-Z][a-z]{2,8}\\.? \\d{1,2} ?)?\\((?:Reuters|AP|AFP|Bloomberg|Xinhua)\\)\\s*[-–—]+`,
].map((pattern) => new RegExp(`^(?:${pattern})\\s*`, 'u'));
const DATELINE_SIGN = /^[【（(〔[［A-Z]|日\s*(?:[电電讯訊]|消息)|^\S{2,5}\s+[—–-]/u;

/** The length of the dateline that a paragraph begins with, the white space after it included; 0 where there is none. */
export function datelineLength(text: string): number {
  if (!DATELINE_SIGN.test(text)) return 0;
  for (const pattern of DATELINES) {
    const found = pattern.exec(text);
    if (found !== null) return found[0].length;
  }
  return CITY.exec(foldScript(text.slice(0, CITY_WITHIN)))?.[0].length ?? 0;
}

const DESK =
  '(?:责任编辑|責任編輯|执行编辑|執行編輯|责编|責編|編輯|编辑|網編|网编|主編|主编|編審|编审|審校|审校|校对|校對|核稿|監製|监制|制作人|製作人)';
// One of those words is in the text.
const DESK_SIGN = /[编編][辑輯审審]|[责責网網主][编編]|[审審]校|校[对對]|核稿|[监監][制製]|[制製]作人/u;
const WRITER =
  '(?:记者|記者|作者|撰文|撰稿|采写|採寫|采访|採訪|文字|文|编译|編譯|翻译|翻譯|译者|譯者|摄影|攝影|摄制|攝製|整理|实习生|實習生|Written by|By)';
const NAMES = "[\\p{Script=Han}A-Za-z·‧•.\\s、，,/／&＆@#’'()（）-]";
const SEPARATOR = '[:：︰﹕・/／|｜丨]';
// One role and its names. Names hold no separator and units are few, so that a match takes no more than a few steps back.
const ROLE = `(?:${DESK}|${WRITER})(?:[/／、&](?:${DESK}|${WRITER}|图|圖))?`;
const SIGNED = `${ROLE}\\s*${SEPARATOR}\\s*[\\p{Script=Han}A-Za-z.\\s、，,＆@#'()（）-]{1,40}?`;
const SIGNED_MORE = `(?:[\\s｜|；;／/]*${SIGNED}){0,4}`;
const EDITOR_LINES = [
  // 責任編輯：某某#, 記者：某某 責編：某某
  new RegExp(`^(?=.*${DESK})${SIGNED}${SIGNED_MORE}\\d*[#◎\\d]*$`, 'u'),
  // 【撰文：某某】, 【記者：某某／編輯：某某】
  new RegExp(`^[【（([［]\\s*(?:${DESK}|${WRITER})\\s*${SEPARATOR}[^【】（()）。！？]{1,80}[】）)\\]］]$`, 'u'),
  // 记者 某某 责编 某某
  new RegExp(`^${WRITER}\\s+\\S{2,8}(?:\\s+\\S{2,8})?\\s+${DESK}\\s*[:：]?\\s*\\S{2,8}(?:\\s+\\S{2,12})*$`, 'u'),
] as const;
const BYLINE = new RegExp(`^${SIGNED}${SIGNED_MORE}$`, 'u');
const BYLINE_SIGN = new RegExp(`^${ROLE}\\s*${SEPARATOR}`, 'u');
const EDITOR_LIMIT = 100;

/** True for a line that only names editors or writers: `責任編輯：某某#`, `记者 某某 责编 某某`, `【撰文：某某】`. */
export const isEditorLine = (text: string): boolean =>
  text.length <= EDITOR_LIMIT &&
  (DESK_SIGN.test(text) || /^[【（([［]/u.test(text)) &&
  EDITOR_LINES.some((line) => line.test(text));

/** True for `作者：某某` and the like, which is a byline at either end of an article and may be a speaker's turn elsewhere. */
export const isByline = (text: string): boolean =>
  text.length <= EDITOR_LIMIT && BYLINE_SIGN.test(text) && BYLINE.test(text);

const EDITOR_TAIL = new RegExp(
  `(?:[（(【[［]\\s*[^（()）【】[\\]［］。]{0,30}${DESK}\\s*[:：︰﹕・/／]\\s*[^（()）【】[\\]［］。]{1,40}[）)】\\]］]\\s*[\\d#]*|(?<=[。！？”」』#])\\s*(?:责任编辑|責任編輯|责编|責編)\\s*[:：]\\s*${NAMES}{1,24})$`,
  'u',
);

/** Where in a paragraph the editor's line at its end begins; its length where there is none. */
export const editorStart = (text: string): number =>
  (DESK_SIGN.test(text) ? EDITOR_TAIL.exec(text)?.index : null) ?? text.length;

const FOOTERS = [
  /^(?:©|\(c\)\s*(?:\d{4}|copyright)|copyright\b|all rights reserved|版权所有|版權所有|(?:本文)?未经.{0,12}(?:授权|许可|同意)|(?:本文)?未經.{0,12}(?:授權|許可|同意)|转载请|轉載請|欢迎转载|歡迎轉載|如需转载|如需轉載)/iu,
  /^[[［【]?(?:请|請|欢迎|歡迎|立即|现在就|現在就|按此|点击|點擊)(?:您|你|大家|读者|讀者|此处|此處|這裡|这里)?(?:加入|成为|成為|订阅|訂閱|支持|关注|關注|追蹤|赞助|贊助|捐款|下载|下載).{0,24}(?:订户|訂戶|会员|會員|月费|月費|电子报|電子報|通讯|通訊|专页|專頁|频道|頻道|APP|我们的工作|我們的工作|我们的报道|我們的報道|我们$|我們$)/iu,
  /^.{0,40}(?:加入成[为為].{0,12}(?:订户|訂戶|会员|會員)|成[为為]订户[\]］】]?$|成為訂戶[\]］】]?$)/u,
  /^(?:月费|月費)?(?:订户|訂戶|会员|會員)\s*网?網?址?[:：]/u,
  /^(?:月費訂戶|月费订户)\s/u,
  /^(?:博客|主筆|主笔|Blogger|專欄作家|作者简介|作者簡介|关于作者|關於作者|About the author)\s*(?:[|｜:：]|$)/iu,
] as const;
const LINKS_HEADING =
  /^[【〔[]?(?:相关|相關|延伸|推荐|推薦|更多|热门|熱門|最新|往期|上一篇|下一篇)(?:新闻|新聞|文章|报道|報道|报导|報導|阅读|閱讀|链接|連結|内容|內容|影片|视频|推荐|推薦|专题|專題)*[】〕\]]?\s*[:：|]?$|^(?:评论|評論|留言|comments?)$|^(?:分享|共享|转发|轉發|share)(?:此文章|文章|本文|到|至)?\s*[:：]?$|^(?:related(?: posts?| articles?| stories)?|read more|see also|also read)\s*:?$/iu;

/** True for a subscription appeal, a notice of rights, or the head of an author's portrait. */
export const isFooter = (text: string): boolean => text.length <= 300 && FOOTERS.some((footer) => footer.test(text));

/** True for a heading over links to other articles, or over buttons. */
export const isLinksHeading = (text: string): boolean => text.length <= 24 && LINKS_HEADING.test(text);
