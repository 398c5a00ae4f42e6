import type { ArchiveFacts, Filters, Gap, KindFilter, Slot, Said } from '../core/index.ts';
import { NAMED_OUTLETS, type Catalogue } from './catalogue.ts';
import { chineseDays, chinesePeriod } from './chinese-days.ts';

const KINDS: Readonly<Record<KindFilter, string>> = {
  news: '新聞',
  opinion: '評論',
  reprint: '轉載',
  satire: '諷刺',
  transcript: '實錄',
};

export const zhHant: Catalogue = {
  reject: {
    empty: '請輸入問題，例如：布林肯預計何時訪問中國？',
    noWords: '這裏沒有可供搜尋的文字。請用中文或英文提問。',
    tooLong: (length, limit) => `問題長達 ${length} 字，請縮短至 ${limit} 字以內；一次問一題，效果最好。`,
    badDate: (given) => `「${given}」不是日期，請寫成 2023-10-28、2023-10 或 2023。`,
    datesReversed: (since, until) => `起始日（${since}）遲於結束日（${until}），請對調。`,
    unknownOutlet: (given, known) => `資料庫內沒有名為「${given}」的媒體，現有：${known.join('、')}。`,
    unknownAuthor: (given, known) => `資料庫內沒有名為「${given}」的作者，現有的例如：${known.join('、')}。`,
    unknownTag: (given, known) => `資料庫內沒有「${given}」這個標籤，現有的例如：${known.join('、')}。`,
  },
  noContext: '你指的是誰，或哪件事？請一併說明，例如：楊潔篪怎樣說台灣問題？',
  notFound: '資料庫內的報道沒有這個問題的答案。',
  noReports: '資料庫內沒有符合這些限制的報道。',
  notFoundInPart: '有回應的那部分資料庫沒有這個問題的答案。',
  gap,
  period: chinesePeriod,
  leads: '相近，但不是答案：',
  leadsOf: { speaker: '談的是其他話題：', subject: '話題相同，但並非其說法：' },
  nearest: '資料庫內最接近的報道：',
  unmatched: (words) => `資料庫內從未出現：${words.map((word) => `「${word}」`).join('、')}。`,
  greeting: {
    hello: '你好。想知道報道說過甚麼，儘管發問；我會引述原文，並列明出處。',
    thanks: '不用客氣。',
    help: '請用中文或英文提問。我只會一字不改地引述報道，並列明媒體、日期和連結；報道沒有答案時，我會直說。可以接着追問，例如：「那台灣呢？」',
    goodbye: '再見。',
    noted: '好。還想知道甚麼，儘管問。',
  },
  about: {
    articles: (facts) => `${holding(facts)}。`,
    outlets: (facts) => `${holding(facts)}：${facts.outlets.join('、')}。`,
    days: ({ since, until }) =>
      since === null || until === null ? '資料庫內的報道沒有日期。' : `資料庫收錄的報道由 ${since} 至 ${until}。`,
    subjects: (facts) =>
      `${holding(facts)}${span(facts)}。${subjectsOf(facts)}可以問某人、某地或某件事，看看報道怎樣說。`,
    identity: () => '我是 Readout，一個查找新聞報道的程式。我只會一字不改地引述報道並列明出處，不會自己撰寫內容。',
    wrong: () => '我可能誤解了問題。請寫明所指的人和日期再問一次，或打開出處核對。',
    certain: () => '引文與報道一字不差；內容是否屬實，我無法判斷。請打開出處核對。',
  },
  saidBy: (said) => saidBy(said),
  writtenBy: (author) => (author === null ? '沒有列明作者' : `作者：${author}`),
  polarity: { yes: '是', no: '否', mixed: '說法不一' },
  part: (number) => `問題 ${number}`,
  partial: '資料庫有一部分沒有回應，可能還有其他內容。',
  readByModel: '◇ 經語言模型判讀',
  digestOf: (outlet) => `${outlet}（摘要）`,
  unknownOutlet: '媒體不詳',
  articleKinds: { opinion: '評論', reprint: '轉載', satire: '諷刺', transcript: '實錄' },
  kindNames: KINDS,
  ofKind: (outlet, kind) => `${outlet}（${kind}）`,
  undated: '日期不詳',
  sources: '出處',
  speaker: (name) => `${name}：`,
  alsoReported: '另有報道：',
  filtered: (filters) => `只限：${described(filters)}。`,
  sessionFilters: {
    now: (filters) => `由現在起只限：${described(filters)}。`,
    are: (filters) => `目前只限：${described(filters)}。`,
    none: '現時沒有任何限制，會查閱整個資料庫。',
    drop: '輸入 /anywhere 可取消限制。',
    outlets: (known) => `資料庫收錄的媒體：${known.join('、')}。`,
    authors: (known) => `資料庫收錄的作者，例如：${known.join('、')}。`,
    tags: (known) => `資料庫內的標籤，例如：${known.join('、')}。`,
    kinds: (known) => `資料庫收錄的文章種類：${known.join('、')}。`,
    unknownKind: (given, known) => `沒有「${given}」這一種文章，現有：${known.join('、')}。`,
  },
  covered: (first, last) => `資料庫收錄的報道由 ${first} 至 ${last}。`,
  unfiltered: '撇除上述限制，資料庫內最接近的報道：',
  understood: (question) => `理解為：${question}`,
  quotesAreForeign: '引文照原文為英文。',
  named: (local, own) => `${local}（${own}）`,
  reportedBy: (speaker, reporter) => `${speaker}（據${reporter}）`,
  comparison: {
    ofWhat: '想比較哪件事的報道？請一併說明，例如：各媒體怎樣報道2023年10月的會面？',
    silent: (outlets) => `資料庫內沒有以下媒體的相關報道：${outlets.join('、')}。`,
    only: '只見於此：',
    copyOf: (outlet, origin) => `${outlet}（內文與${origin}幾乎相同）`,
    differences: { figure: '數字不同：', day: '日期不同：' },
  },
  timeline: { published: (day) => `${day}（報道日期）`, alsoIn: '另見：' },
  listedBy: (outlets) => `有報道的媒體：${namedOf(outlets)}。`,
  listed: (total, shown) => (total === shown ? `共 ${total} 篇：` : `共 ${total} 篇，以下是最新的 ${shown} 篇：`),
  listedFurther: (first, last, total) =>
    `共 ${total} 篇，以下是第 ${first === last ? first : `${first} 至 ${last}`} 篇：`,
  examples: ['布林肯和王毅會談了多久？', '楊潔篪怎樣說台灣問題？', '芬太尼'],
  quoted: (quote) => `「${quote}」`,
  loaded: ({ articles, outlets, first, last, seconds }) =>
    `已載入 ${outlets} 家媒體的 ${articles} 篇報道${
      first === null ? '' : first === last ? `，日期為 ${first}` : `，日期由 ${first} 至 ${last}`
    }，用時 ${seconds.toFixed(1)} 秒。`,
  leftOut: (files) => `有 ${files} 個檔案未能載入，原因見來源列表。`,
  articles: (count) => `${count} 篇`,
  invitation: '請用中文或英文發問，或輸入 /help。',
  examplesHeading: '可以這樣問：',
  commandGroups: {
    reading: '再看多一點，或換個方式看（不寫題目，即看上一題）：',
    filtering: '只看部分報道，直至取消為止：',
    other: '其他：',
  },
  commands: {
    help: '顯示這份說明',
    sources: '資料庫收錄的媒體和日期',
    article: '按編號或代號閱讀整篇報道',
    more: '上一題的更多內容',
    compare: '並列各家媒體的說法',
    timeline: '由早到遲列出所發生的事',
    list: '列出有關報道，新的在前',
    outlet: '只看一家媒體；不寫名稱即取消',
    author: '只看一位作者；不寫名稱即取消',
    tag: '只看一個標籤；不寫名稱即取消',
    kind: '只看新聞、評論等其中一種；不寫名稱即取消',
    since: '只看某日、某月或某年起的報道',
    until: '只看截至某日、某月或某年的報道',
    filters: '顯示現時的限制',
    anywhere: '取消所有限制，並以整個資料庫再答上一題',
    new: '忘記之前的問題和限制，重新開始',
    lang: '選擇介面語言；auto 即跟隨問題',
    quit: '離開',
  },
  placeholders: { topic: '題目', name: '名稱', day: '日期' },
  commandExamples: ['/compare 2023年10月的會面', '/timeline 布林肯', '/outlet 眾新聞', '/since 2023-06'],
  unknownCommand: (given, nearest) =>
    `沒有 ${given} 這個指令。${nearest === null ? '輸入 /help 查看所有指令。' : `是不是想輸入 ${nearest}？`}`,
  noMore: '資料庫內沒有更多相關報道。',
  nothingYet: '請先提出問題。',
  whichArticle: '請註明是哪一篇：上一個回覆所列的編號，或報道的代號。',
  unknownNumber: (given, first, last) =>
    `上一個回覆沒有編號 ${given}，${first === last ? `只有 ${first}` : `現有 ${first} 至 ${last}`}。`,
  largeArchive: (articles, { gigabytes, minutes }) =>
    `每次啟動都要讀取約 ${articles.toLocaleString('en')} 篇報道，約需 ${minutes} 分鐘和 ${gigabytes} GB 記憶體。存成索引便可即時啟動：readout index --index FILE`,
  quoteChanged: '引用的內容其後有改動。',
  unknownArticle: (given, near) =>
    `沒有「${given}」這篇報道。${near.length === 0 ? '' : `最接近的是：${near.join('、')}。`}`,
  whereIdsAre: '報道的代號見 readout ask --json 所列的 articleId。',
  severalArticles: '有幾篇報道符合，請選擇：',
  startedAnew: '好，重新開始。之前的問題和限制都不再沿用。',
  whichLang: '請選擇 zh-Hant、zh-Hans、en 或 auto。',
  langChosen: '介面已轉為繁體中文。',
  langAuto: '介面會跟隨問題的文字。',
  interruptAgain: '再按一次 Ctrl-C 即可離開。',
  away: '資料庫或存有這項內容的那一部分暫時沒有回應，請稍後再試。',
  fault: '這邊出了點問題，請再試一次。',
  labels: {
    outlet: '媒體',
    author: '作者',
    date: '日期',
    link: '連結',
    tags: '標籤',
    section: '版面',
    earlier: '較早版本',
    latest: '最新版本',
    copies: '相同內容',
  },
  chat: {
    asked: (question) => `問題：${question}`,
    commands: {
      ask: '查問報道說過甚麼',
      compare: '並列各家媒體的說法',
      timeline: '按日期排列事件',
      list: '列出有關報道，新的在前',
      sources: '資料庫收錄的媒體和日期',
      article: '按編號或代號閱讀整篇報道',
      lang: '選擇介面語言',
      privacy: '會保留你的哪些資料',
      help: '可以問甚麼',
    },
    description: (facts) =>
      `查問報道說過甚麼，一字不改地引述，並列明媒體、日期和連結。${holding(facts)}${span(facts)}：${namedOf(facts.outlets)}。引文用報道本身的語言。`,
    shortDescription: (facts) => `一字不改地引述 ${facts.articles} 篇報道，並列明出處${span(facts)}。`,
    inGroups: '在群組內，可以提及我、回覆我的答案，或使用 /ask。想在其他對話引用，請在那裏輸入我的名稱和問題。',
    quotesAsPrinted: '引文一律用報道本身的語言。',
    joined: '你好。我會一字不改地引述報道，並列明出處。',
    missing: {
      embeds: '我在這裏沒有「嵌入連結」權限，只能以純文字回答。',
      history: '我在這裏沒有「讀取訊息歷史」權限，不能以回覆的方式回答，也看不到所回覆的訊息。',
    },
    restarting: '程式正在重新啟動，請稍後再問。',
    titles: {
      answered: '報道的說法',
      'not-found': '報道沒有答案',
      comparison: '各家媒體的說法',
      timeline: '時序',
      listing: '報道列表',
      rejected: null,
      about: null,
      greeting: null,
    },
    titleInPart: '有回應的部分沒有答案',
    menus: { passage: '看引文的前後文', article: '打開報道' },
    untilRestart: '這項選擇有效至程式下次重新啟動。',
    buttons: {
      more: '更多',
      passage: '前後文',
      wholeArticle: '全文',
      readOn: '繼續閱讀',
      anywhere: '不限條件再查',
      inScript: { 'zh-Hant': '轉成繁體', 'zh-Hans': '轉成簡體' },
      auto: '跟隨問題',
      howTo: '可以問甚麼？',
    },
    converted: {
      'zh-Hant': '由程式轉換成繁體，原文為簡體：',
      'zh-Hans': '由程式轉換成簡體，原文為繁體：',
    },
    sameInBothScripts: '這段文字的繁體和簡體寫法相同。',
    chooseLang: '介面要用哪種語言？',
    loading: (percent) =>
      percent === null ? '資料仍在載入，請稍後再問。' : `資料仍在載入（${percent}%），請稍後再問。`,
    slowDown: (seconds) => `問得太快了，請等 ${seconds} 秒再問。`,
    expired: '這項內容已無法顯示：問題或報道已有變動。請重新發問。',
    notAllowed: (chat) => `這個對話未獲准使用本程式。管理員可以加入它的編號：${chat}。`,
    seenBy: (modelHost) => `位於 ${modelHost} 的語言模型會看到你的問題和找到的引文，並從中挑選。`,
    privacy: (modelHost) =>
      `你寫的內容不會被儲存。問題在運行本程式的電腦上查找，${modelHost === null ? '不經其他服務' : `位於 ${modelHost} 的語言模型會看到問題和找到的引文，並從中挑選`}。程式在下次重新啟動之前會記住你最近的問題，以便理解追問，以及你選擇的語言。除非管理員正在排查故障，紀錄檔不會有任何問題。本平台自身保留甚麼，以其規則為準。`,
  },
  slash: {
    names: {
      ask: '提問',
      compare: '比較',
      timeline: '時序',
      list: '列表',
      sources: '來源',
      article: '報道',
      lang: '語言',
      privacy: '私隱',
      help: '說明',
    },
    options: {
      question: { name: '問題', means: '你想知道甚麼，中文或英文皆可' },
      outlet: { name: '媒體', means: '只限這家媒體的報道' },
      author: { name: '作者', means: '只限這位作者的報道' },
      tag: { name: '標籤', means: '只限有這個標籤的報道' },
      kind: { name: '種類', means: '只限這一種文章' },
      since: { name: '起始', means: '只限這一天、月或年起，例如 2023-10' },
      until: { name: '截止', means: '只限這一天、月或年或之前' },
      private: { name: '只給我看', means: '只有你看到回覆，之後仍可分享' },
      article: { name: '報道', means: '標題中的字、上一個回覆中的編號，或報道的代號' },
      lang: { name: '語言', means: '介面要用的語言' },
    },
    askAboutThis: '查問相關報道',
    share: '分享到這裏',
    previous: '上一頁',
    next: '下一頁',
    commandsHeading: '指令：',
    followsDevice: '介面會跟隨你的應用程式所用的語言。',
    otherWays:
      '也可以提及我並寫下問題，或直接傳訊息給我。想追問，就回覆我的答案；在討論串內同樣要提及我或回覆我，我才看得到。',
  },
};

const HAS: Readonly<Record<Exclude<Slot, 'outlet'>, (value: string) => string>> = {
  speaker: (value) => `引述了${value}`,
  act: (value) => `有「${value}」的說法`,
  addressee: (value) => `有對${value}說的話`,
  topic: (value) => `提及「${value}」`,
  wanted: (value) => `有說明「${value}」`,
  number: (value) => `提到${value}`,
  day: (value) => `有${value}的內容`,
  negation: (value) => `有「${value}」的說法`,
};

const LACKS: Readonly<Record<Exclude<Slot, 'topic'>, (value: string) => string>> = {
  speaker: (value) => `沒有引述${value}`,
  act: (value) => `沒有「${value}」的說法`,
  addressee: (value) => `沒有對${value}說的話`,
  wanted: (value) => `沒有說明「${value}」`,
  number: (value) => `沒有提到${value}`,
  day: (value) => `沒有${value}的內容`,
  outlet: (value) => `沒有收錄${value}`,
  negation: (value) => `沒有「${value}」的說法`,
};

function gap({ has, lacks }: Gap): string {
  const topics = lacks.flatMap(({ slot, value }) => (slot === 'topic' ? [`「${value}」`] : []));
  // Others may well be quoted on it.
  const isQuoted = has.some(({ slot }) => slot === 'speaker');
  const lacking = [
    ...(topics.length === 0 ? [] : [`${isQuoted ? '引文沒有談及' : '沒有提及'}${topics.join('、')}`]),
    ...lacks.flatMap(({ slot, value }) => (slot === 'topic' ? [] : [LACKS[slot](value)])),
  ].join('，也');
  // Of an outlet that was asked for it is told what its reports have.
  const outlet = has.find(({ slot }) => slot === 'outlet');
  const reports = outlet === undefined ? '報道' : `${outlet.value}的報道`;
  const had = has.flatMap(({ slot, value }) => (slot === 'outlet' ? [] : [HAS[slot](value)])).join('，也');
  return `${reports}${had === '' ? '' : `${had}，但`}${lacking}。`;
}

const holding = ({ articles, outlets }: ArchiveFacts): string =>
  `資料庫收錄了 ${outlets.length} 家媒體的 ${articles} 篇報道`;

const span = ({ since, until }: ArchiveFacts): string =>
  since === null || until === null ? '' : `（${since} 至 ${until}）`;

const subjectsOf = ({ topics = [] }: ArchiveFacts): string =>
  topics.length === 0 ? '' : `最常見的主題：${topics.join('、')}。`;

const namedOf = (outlets: readonly string[]): string =>
  outlets.length > NAMED_OUTLETS ? `${outlets.slice(0, NAMED_OUTLETS).join('、')}等` : outlets.join('、');

function saidBy(said: readonly Said[]): string {
  const where = ({ outlet, date }: Said): string => [outlet, date].filter((part) => part !== null).join('，');
  const told = said.flatMap((one) => (one.speaker === null ? [] : [`${one.speaker}（${where(one)}）`]));
  const untold = said.flatMap((one) => (one.speaker === null ? [where(one)] : []));
  const lines = [...new Set(told)].join('、');
  return lines === '' ? `報道沒有說明是誰說的：${[...new Set(untold)].join('；')}。` : `說這些話的是：${lines}。`;
}

// Filters in words, without what stands around them.
function described({ outlet, author, tag, kind, since, until }: Filters): string {
  const parts = [
    outlet,
    author === undefined ? null : `作者 ${author}`,
    tag === undefined ? null : `標籤「${tag}」`,
    kind === undefined ? null : KINDS[kind],
    chineseDays(since, until),
  ];
  return parts.filter((part) => part !== null).join('，');
}
