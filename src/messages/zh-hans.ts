import type { ArchiveFacts, Filters, Gap, KindFilter, Slot, Said } from '../core/index.ts';
import { NAMED_OUTLETS, type Catalogue } from './catalogue.ts';
import { chineseDays, chinesePeriod } from './chinese-days.ts';

const KINDS: Readonly<Record<KindFilter, string>> = {
  news: '新闻',
  opinion: '评论',
  reprint: '转载',
  satire: '讽刺',
  transcript: '实录',
};

export const zhHans: Catalogue = {
  reject: {
    empty: '请输入问题，例如：布林肯预计何时访问中国？',
    noWords: '这里没有可供搜索的文字。请用中文或英文提问。',
    tooLong: (length, limit) => `问题长达 ${length} 字，请缩短到 ${limit} 字以内；一次问一个问题，效果最好。`,
    badDate: (given) => `“${given}”不是日期，请写成 2023-10-28、2023-10 或 2023。`,
    datesReversed: (since, until) => `起始日（${since}）晚于结束日（${until}），请对调。`,
    unknownOutlet: (given, known) => `资料库里没有名为“${given}”的媒体，现有：${known.join('、')}。`,
    unknownAuthor: (given, known) => `资料库内没有名为“${given}”的作者，现有的例如：${known.join('、')}。`,
    unknownTag: (given, known) => `资料库内没有“${given}”这个标签，现有的例如：${known.join('、')}。`,
  },
  noContext: '你指的是谁，或哪件事？请一并说明，例如：杨洁篪怎么说台湾问题？',
  notFound: '资料库里的报道没有这个问题的答案。',
  noReports: '资料库里没有符合这些限制的报道。',
  notFoundInPart: '有响应的那部分资料库里没有这个问题的答案。',
  gap,
  period: chinesePeriod,
  leads: '相近，但不是答案：',
  leadsOf: { speaker: '谈的是其他话题：', subject: '话题相同，但并非其说法：' },
  nearest: '资料库里最接近的报道：',
  unmatched: (words) => `资料库里从未出现：${words.map((word) => `“${word}”`).join('、')}。`,
  greeting: {
    hello: '你好。想知道报道说过什么，尽管提问；我会引用原文，并注明出处。',
    thanks: '不客气。',
    help: '请用中文或英文提问。我只会一字不改地引用报道，并注明媒体、日期和链接；报道没有答案时，我会直说。可以接着追问，例如：“那台湾呢？”',
    goodbye: '再见。',
    noted: '好的。还想知道什么，尽管问。',
  },
  about: {
    articles: (facts) => `${holding(facts)}。`,
    outlets: (facts) => `${holding(facts)}：${facts.outlets.join('、')}。`,
    days: ({ since, until }) =>
      since === null || until === null ? '资料库里的报道没有日期。' : `资料库收录的报道从 ${since} 到 ${until}。`,
    subjects: (facts) =>
      `${holding(facts)}${span(facts)}。${subjectsOf(facts)}可以问某人、某地或某件事，看看报道怎么说。`,
    identity: () => '我是 Readout，一个查找新闻报道的程序。我只会一字不改地引用报道并注明出处，不会自己撰写内容。',
    wrong: () => '我可能误解了问题。请写明所指的人和日期再问一次，或打开出处核对。',
    certain: () => '引文与报道一字不差；内容是否属实，我无法判断。请打开出处核对。',
  },
  saidBy: (said) => saidBy(said),
  writtenBy: (author) => (author === null ? '没有列明作者' : `作者：${author}`),
  polarity: { yes: '是', no: '否', mixed: '说法不一' },
  part: (number) => `问题 ${number}`,
  partial: '资料库有一部分没有响应，可能还有其他内容。',
  readByModel: '◇ 经语言模型判读',
  digestOf: (outlet) => `${outlet}（摘要）`,
  unknownOutlet: '媒体不详',
  articleKinds: { opinion: '评论', reprint: '转载', satire: '讽刺', transcript: '实录' },
  kindNames: KINDS,
  ofKind: (outlet, kind) => `${outlet}（${kind}）`,
  undated: '日期不详',
  sources: '出处',
  speaker: (name) => `${name}：`,
  alsoReported: '另有报道：',
  filtered: (filters) => `只限：${described(filters)}。`,
  sessionFilters: {
    now: (filters) => `从现在起只限：${described(filters)}。`,
    are: (filters) => `目前只限：${described(filters)}。`,
    none: '目前没有任何限制，会查阅整个资料库。',
    drop: '输入 /anywhere 可取消限制。',
    outlets: (known) => `资料库收录的媒体：${known.join('、')}。`,
    authors: (known) => `资料库收录的作者，例如：${known.join('、')}。`,
    tags: (known) => `资料库里的标签，例如：${known.join('、')}。`,
    kinds: (known) => `资料库收录的文章种类：${known.join('、')}。`,
    unknownKind: (given, known) => `没有“${given}”这一种文章，现有：${known.join('、')}。`,
  },
  covered: (first, last) => `资料库收录的报道从 ${first} 到 ${last}。`,
  unfiltered: '不加上述限制时，资料库内最接近的报道：',
  understood: (question) => `理解为：${question}`,
  quotesAreForeign: '引文照原文为英文。',
  named: (local, own) => `${local}（${own}）`,
  reportedBy: (speaker, reporter) => `${speaker}（据${reporter}）`,
  comparison: {
    ofWhat: '想比较哪件事的报道？请一并说明，例如：各媒体怎么报道2023年10月的会面？',
    silent: (outlets) => `资料库内没有以下媒体的相关报道：${outlets.join('、')}。`,
    only: '只见于此：',
    copyOf: (outlet, origin) => `${outlet}（内文与${origin}几乎相同）`,
    differences: { figure: '数字不同：', day: '日期不同：' },
  },
  timeline: { published: (day) => `${day}（报道日期）`, alsoIn: '另见：' },
  listedBy: (outlets) => `有报道的媒体：${namedOf(outlets)}。`,
  listed: (total, shown) => (total === shown ? `共 ${total} 篇：` : `共 ${total} 篇，以下是最新的 ${shown} 篇：`),
  listedFurther: (first, last, total) =>
    `共 ${total} 篇，以下是第 ${first === last ? first : `${first} 到 ${last}`} 篇：`,
  examples: ['布林肯和王毅会谈了多久？', '杨洁篪怎么说台湾问题？', '芬太尼'],
  quoted: (quote) => `“${quote}”`,
  loaded: ({ articles, outlets, first, last, seconds }) =>
    `已载入 ${outlets} 家媒体的 ${articles} 篇报道${
      first === null ? '' : first === last ? `，日期为 ${first}` : `，日期从 ${first} 到 ${last}`
    }，用时 ${seconds.toFixed(1)} 秒。`,
  leftOut: (files) => `有 ${files} 个文件未能载入，原因见来源列表。`,
  articles: (count) => `${count} 篇`,
  invitation: '请用中文或英文提问，或输入 /help。',
  examplesHeading: '可以这样问：',
  commandGroups: {
    reading: '多看一些，或换个方式看（不写题目，就看上一题）：',
    filtering: '只看部分报道，直到取消为止：',
    other: '其他：',
  },
  commands: {
    help: '显示这份说明',
    sources: '资料库收录的媒体和日期',
    article: '按编号或代号阅读整篇报道',
    more: '上一题的更多内容',
    compare: '并列各家媒体的说法',
    timeline: '从早到晚列出发生的事',
    list: '列出有关报道，新的在前',
    outlet: '只看一家媒体；不写名称即取消',
    author: '只看一位作者；不写名称即取消',
    tag: '只看一个标签；不写名称即取消',
    kind: '只看新闻、评论等其中一种；不写名称即取消',
    since: '只看某日、某月或某年起的报道',
    until: '只看截至某日、某月或某年的报道',
    filters: '显示目前的限制',
    anywhere: '取消所有限制，并用整个资料库再答上一题',
    new: '忘记之前的问题和限制，重新开始',
    lang: '选择界面语言；auto 即跟随问题',
    quit: '退出',
  },
  placeholders: { topic: '题目', name: '名称', day: '日期' },
  commandExamples: ['/compare 2023年10月的会面', '/timeline 布林肯', '/outlet 众新闻', '/since 2023-06'],
  unknownCommand: (given, nearest) =>
    `没有 ${given} 这个命令。${nearest === null ? '输入 /help 查看所有命令。' : `是不是想输入 ${nearest}？`}`,
  noMore: '资料库里没有更多相关报道。',
  nothingYet: '请先提出问题。',
  whichArticle: '请注明是哪一篇：上一个回答所列的编号，或报道的代号。',
  unknownNumber: (given, first, last) =>
    `上一个回答没有编号 ${given}，${first === last ? `只有 ${first}` : `现有 ${first} 到 ${last}`}。`,
  largeArchive: (articles, { gigabytes, minutes }) =>
    `每次启动都要读取约 ${articles.toLocaleString('en')} 篇报道，约需 ${minutes} 分钟和 ${gigabytes} GB 内存。存成索引便可即时启动：readout index --index FILE`,
  quoteChanged: '引用的内容其后有改动。',
  unknownArticle: (given, near) =>
    `没有“${given}”这篇报道。${near.length === 0 ? '' : `最接近的是：${near.join('、')}。`}`,
  whereIdsAre: '报道的代号见 readout ask --json 所列的 articleId。',
  severalArticles: '有几篇报道符合，请选择：',
  startedAnew: '好，重新开始。之前的问题和限制都不再沿用。',
  whichLang: '请选择 zh-Hant、zh-Hans、en 或 auto。',
  langChosen: '界面已改为简体中文。',
  langAuto: '界面会跟随问题的文字。',
  interruptAgain: '再按一次 Ctrl-C 即可退出。',
  away: '资料库或存有这项内容的那一部分暂时没有响应，请稍后再试。',
  fault: '这边出了点问题，请再试一次。',
  labels: {
    outlet: '媒体',
    author: '作者',
    date: '日期',
    link: '链接',
    tags: '标签',
    section: '版面',
    earlier: '较早版本',
    latest: '最新版本',
    copies: '相同内容',
  },
  chat: {
    asked: (question) => `问题：${question}`,
    commands: {
      ask: '查问报道说过什么',
      compare: '并列各家媒体的说法',
      timeline: '按日期排列事件',
      list: '列出有关报道，新的在前',
      sources: '资料库收录的媒体和日期',
      article: '按编号或代号阅读整篇报道',
      lang: '选择界面语言',
      privacy: '会保留你的哪些资料',
      help: '可以问什么',
    },
    description: (facts) =>
      `查问报道说过什么，一字不改地引用，并注明媒体、日期和链接。${holding(facts)}${span(facts)}：${namedOf(facts.outlets)}。引文用报道本身的语言。`,
    shortDescription: (facts) => `一字不改地引用 ${facts.articles} 篇报道，并注明出处${span(facts)}。`,
    inGroups: '在群组内，可以提及我、回复我的答案，或使用 /ask。想在其他对话引用，请在那里输入我的名称和问题。',
    quotesAsPrinted: '引文一律用报道本身的语言。',
    joined: '你好。我会一字不改地引用报道，并注明出处。',
    missing: {
      embeds: '我在这里没有“嵌入链接”权限，只能用纯文本回答。',
      history: '我在这里没有“读取消息历史”权限，不能以回复的方式回答，也看不到所回复的消息。',
    },
    restarting: '程序正在重新启动，请稍后再问。',
    titles: {
      answered: '报道的说法',
      'not-found': '报道没有答案',
      comparison: '各家媒体的说法',
      timeline: '时间线',
      listing: '报道列表',
      rejected: null,
      about: null,
      greeting: null,
    },
    titleInPart: '有响应的部分没有答案',
    menus: { passage: '看引文的上下文', article: '打开报道' },
    untilRestart: '这项选择在程序下次重新启动之前有效。',
    buttons: {
      more: '更多',
      passage: '上下文',
      wholeArticle: '全文',
      readOn: '继续阅读',
      anywhere: '不限条件再查',
      inScript: { 'zh-Hant': '转成繁体', 'zh-Hans': '转成简体' },
      auto: '跟随问题',
      howTo: '可以问什么？',
    },
    converted: {
      'zh-Hant': '由程序转换成繁体，原文为简体：',
      'zh-Hans': '由程序转换成简体，原文为繁体：',
    },
    sameInBothScripts: '这段文字的繁体和简体写法相同。',
    chooseLang: '界面要用哪种语言？',
    loading: (percent) =>
      percent === null ? '资料仍在载入，请稍后再问。' : `资料仍在载入（${percent}%），请稍后再问。`,
    slowDown: (seconds) => `问得太快了，请等 ${seconds} 秒再问。`,
    expired: '这项内容已无法显示：问题或报道已有变动。请重新提问。',
    notAllowed: (chat) => `这个对话未获准使用本程序。管理员可以加入它的编号：${chat}。`,
    seenBy: (modelHost) => `位于 ${modelHost} 的语言模型会看到你的问题和找到的引文，并从中挑选。`,
    privacy: (modelHost) =>
      `你写的内容不会被保存。问题在运行本程序的电脑上查找，${modelHost === null ? '不经过其他服务' : `位于 ${modelHost} 的语言模型会看到问题和找到的引文，并从中挑选`}。程序在下次重新启动之前会记住你最近的问题，以便理解追问，以及你选择的语言。除非管理员正在排查故障，日志里不会有任何问题。本平台自身保留什么，以其规则为准。`,
  },
  slash: {
    names: {
      ask: '提问',
      compare: '比较',
      timeline: '时序',
      list: '列表',
      sources: '来源',
      article: '报道',
      lang: '语言',
      privacy: '隐私',
      help: '说明',
    },
    options: {
      question: { name: '问题', means: '你想知道什么，中文或英文均可' },
      outlet: { name: '媒体', means: '只限这家媒体的报道' },
      author: { name: '作者', means: '只限这位作者的报道' },
      tag: { name: '标签', means: '只限有这个标签的报道' },
      kind: { name: '种类', means: '只限这一种文章' },
      since: { name: '起始', means: '只限这一天、月或年起，例如 2023-10' },
      until: { name: '截止', means: '只限这一天、月或年或之前' },
      private: { name: '只给我看', means: '只有你看到回复，之后仍可分享' },
      article: { name: '报道', means: '标题中的字、上一个回复中的编号，或报道的代号' },
      lang: { name: '语言', means: '界面要用的语言' },
    },
    askAboutThis: '查询相关报道',
    share: '分享到这里',
    previous: '上一页',
    next: '下一页',
    commandsHeading: '指令：',
    followsDevice: '界面会跟随你的应用所用的语言。',
    otherWays:
      '也可以提及我并写下问题，或直接给我发消息。想追问，就回复我的答案；在子区内同样要提及我或回复我，我才看得到。',
  },
};

const HAS: Readonly<Record<Exclude<Slot, 'outlet'>, (value: string) => string>> = {
  speaker: (value) => `引述了${value}`,
  act: (value) => `有“${value}”的说法`,
  addressee: (value) => `有对${value}说的话`,
  topic: (value) => `提到“${value}”`,
  wanted: (value) => `有说明“${value}”`,
  number: (value) => `提到${value}`,
  day: (value) => `有${value}的内容`,
  negation: (value) => `有“${value}”的说法`,
};

const LACKS: Readonly<Record<Exclude<Slot, 'topic'>, (value: string) => string>> = {
  speaker: (value) => `没有引述${value}`,
  act: (value) => `没有“${value}”的说法`,
  addressee: (value) => `没有对${value}说的话`,
  wanted: (value) => `没有说明“${value}”`,
  number: (value) => `没有提到${value}`,
  day: (value) => `没有${value}的内容`,
  outlet: (value) => `没有收录${value}`,
  negation: (value) => `没有“${value}”的说法`,
};

function gap({ has, lacks }: Gap): string {
  const topics = lacks.flatMap(({ slot, value }) => (slot === 'topic' ? [`“${value}”`] : []));
  // Others may well be quoted on it.
  const isQuoted = has.some(({ slot }) => slot === 'speaker');
  const lacking = [
    ...(topics.length === 0 ? [] : [`${isQuoted ? '引文没有谈到' : '没有提到'}${topics.join('、')}`]),
    ...lacks.flatMap(({ slot, value }) => (slot === 'topic' ? [] : [LACKS[slot](value)])),
  ].join('，也');
  // Of an outlet that was asked for it is told what its reports have.
  const outlet = has.find(({ slot }) => slot === 'outlet');
  const reports = outlet === undefined ? '报道' : `${outlet.value}的报道`;
  const had = has.flatMap(({ slot, value }) => (slot === 'outlet' ? [] : [HAS[slot](value)])).join('，也');
  return `${reports}${had === '' ? '' : `${had}，但`}${lacking}。`;
}

const holding = ({ articles, outlets }: ArchiveFacts): string =>
  `资料库收录了 ${outlets.length} 家媒体的 ${articles} 篇报道`;

const span = ({ since, until }: ArchiveFacts): string =>
  since === null || until === null ? '' : `（${since} 至 ${until}）`;

const subjectsOf = ({ topics = [] }: ArchiveFacts): string =>
  topics.length === 0 ? '' : `最常见的主题：${topics.join('、')}。`;

const namedOf = (outlets: readonly string[]): string =>
  outlets.length > NAMED_OUTLETS ? `${outlets.slice(0, NAMED_OUTLETS).join('、')}等` : outlets.join('、');

function saidBy(said: readonly Said[]): string {
  const where = ({ outlet, date }: Said): string => [outlet, date].filter((part) => part !== null).join('，');
  const told = said.flatMap((one) => (one.speaker === null ? [] : [`${one.speaker}（${where(one)}）`]));
  const untold = said.flatMap((one) => (one.speaker === null ? [where(one)] : []));
  const lines = [...new Set(told)].join('、');
  return lines === '' ? `报道没有说明是谁说的：${[...new Set(untold)].join('；')}。` : `说这些话的是：${lines}。`;
}

// Filters in words, without what stands around them.
function described({ outlet, author, tag, kind, since, until }: Filters): string {
  const parts = [
    outlet,
    author === undefined ? null : `作者 ${author}`,
    tag === undefined ? null : `标签“${tag}”`,
    kind === undefined ? null : KINDS[kind],
    chineseDays(since, until),
  ];
  return parts.filter((part) => part !== null).join('，');
}
