/** What kind of thing a question asks for. */
export type AnswerType =
  | 'person'
  | 'place'
  | 'time'
  | 'duration'
  | 'count'
  | 'money'
  | 'percent'
  | 'age'
  | 'reason'
  | 'manner'
  | 'statement'
  | 'definition'
  | 'name'
  | 'which'
  | 'yesno'
  | 'what';

interface AnswerTypePattern {
  readonly asked: AnswerType;
  /** Runs on folded text: Simplified characters, lower case. The whole match is a question word, not a search term. */
  readonly pattern: RegExp;
}

const MEASURES = '个名位人次场轮间所座种条项届家只本部艘架辆支张份篇首层句颗匹头口户村县市省州区国章集站代件';

// In the order in which they are tried: the more particular first. 边个, 几耐, 咩, 点解 and the like are Cantonese.
const CHINESE: readonly AnswerTypePattern[] = [
  { asked: 'age', pattern: /(?:几|多少|几多)(?:岁|大年纪)|多大年?[岁纪]|年龄(?:是多少|多大|几多)|几大$/ },
  {
    asked: 'money',
    pattern:
      /(?:多少|几多|几)钱|(?:多少|几多|几)[万亿]*(?:美元|人民币|港元|港币|英镑|欧元|日元|台币|元|块)|什么价钱?|价值多少/,
  },
  {
    asked: 'percent',
    pattern:
      /百分之(?:几|多少)|(?:多少|几多)(?:的)?(?:个百分点|百分比|比例|比率|成)|几成|(?:比例|比率)(?:是|为|有)?(?:多少|几多)/,
  },
  {
    asked: 'time',
    pattern:
      /(?:在|于|是|喺)?(?:什么时候|什么时间|什么时期|甚么时候|什么年代|何时|几时|何年何月|哪年哪月|(?:哪|何|边)(?:一|个)?(?:年代|年份|年|月份|个月|月|天|日|日子|世纪|时期|朝代|晚)|几月几[日号]|几[月号]|几年几月|几点(?:钟)?|什么日子|边日|(?:公元前?|西元前?|民国|昭和|光绪|康熙|乾隆)几年|(?:第)?几世纪|(?:日期|时间)(?:是|为)(?:什么|何|哪))/,
  },
  {
    asked: 'duration',
    pattern:
      /(?:有|为|了)?(?:多久|多长时间|多长的时间|长达多久|几耐|几长时间|多长|(?:几|多少|几多)(?:个)?(?:小时|钟头|天|日|年|个月|月|分钟|秒钟?|星期|周|世纪)(?:的?时间)?)/,
  },
  {
    asked: 'statement',
    pattern:
      /(?:方面)?(?:是)?(?:怎么|怎样|如何|点样?)(?:作出?)?(?:说|讲|表示|表态|回应|回答|评价|形容|描述|看待|看|解释|批评|称呼)|(?:说|讲|表示|指出|强调|谈|回应|承诺|宣布|指责|警告)(?:了|咗|过)?(?:些|过)?(?:什么|甚么|啥|咩|乜(?:野|嘢)?)|(?:方面)?(?:有|作出?|做出?)(?:了)?(?:什么|何|咩|怎样的)(?:样的)?(?:看法|回应|反应|评价|评论|立场|表示|表态|说法|意见)|的?(?:看法|立场|态度|说法|回应|反应)(?:是|系)?(?:什么|怎样|如何|咩)|(?:的|嘅)(?:看法|立场|态度|说法|回应|反应)(?=[?。!\s]*$)/,
  },
  {
    asked: 'reason',
    pattern:
      /(?:是)?(?:因为|(?<![称名成作变分译改命认义指视评选定以取])为)(?:了)?(?:什么|甚么|何|咩|乜)(?!$|[?。样人名称职])(?:原因|理由|缘故)?|^(?:为什么|为何)[?]?$|点解|何故|缘何|怎么会|(?:是)?(?:由于|因|基于|出于)(?:什么|何)(?:原因|理由|缘故|故)?|(?:原因|理由|目的)(?:是|为|系)?(?:什么|何|咩)?(?=$|[?。,])|有(?:什么|何)(?:原因|理由)/,
  },
  {
    asked: 'count',
    pattern: new RegExp(
      `(?:有|共|约|是|为|了|达)?(?:多少|几多)(?:[个位名])?|(?:有|共|了)?(?:第几|(?<![近前后这好十])几(?![乎十百千何率内维丁亚])(?=[\\u4e00-\\u9fff]))[个位名]?|多[大高深远重宽快厚](?=$|[?。,的])|(?:数量|人数|数目)(?:是|为|有)?(?:多少|几多|几)?(?=$|[?])`,
    ),
  },
  {
    asked: 'person',
    pattern:
      /(?:是|系|由|被|给|和|与|跟|同)?(?:谁人?|边个|边位|哪位|何人|哪一位|哪个人|哪些人|什么人(?=$|[?的])|咩人|乜人)/,
  },
  {
    asked: 'place',
    pattern:
      /(?:位于|位处|在|于|到|从|来自|喺|去|至|往)?(?:哪里|哪儿|哪处|(?<!如)何[处地]|边度|边处|边道|什么地方|哪(?:一)?(?:个)?(?:地方|地点|国家|城市|地区|省份?|州|县市?|市|国|区域?|岛|洲|大陆|村|镇)|何国|什么国家|什么城市|边个(?:国家|城市|地方))|(?:位于|位处|在)哪(?=$|[?])/,
  },
  {
    asked: 'name',
    pattern:
      /(?:的)?(?:全名|原名|本名|名字|名称|姓名|别名|中文名|英文名|又名)(?:是|叫做?|为|系|称为)?(?:什么|何|咩|乜)?(?=$|[?])|(?:叫做?|称为|称作|[又别自古旧原]称|被称为|名为|称之为|简称|取名|称)(?:什么|何|咩|乜)(?:名字?|名称)?|(?:叫做?|称为|称作|[又别自古旧原]称|名为|称之为|简称)(?=[?]*$)|(?:什么|咩|乜)名(?:字|称)?/,
  },
  {
    asked: 'yesno',
    pattern:
      /有没有|有冇|有无|是否(?:有|会)?|是不是|系咪|会不会|会唔会|能否|可否|可不可以|有否|能不能|可唔可以|(?:吗|嘛|(?<![做系搞])咩|(?<![什甚怎那这多])么|未|冇)(?=$|[?])/,
  },
  {
    asked: 'which',
    pattern: new RegExp(
      `(?:是|为|在|于|由|以|被|对|向)?(?:(?:哪|边)(?:一|两|二|三|四|几|些)?(?:个|${[...MEASURES].join('|')}|些|种|类|方|款|场|项|样|门|条|期|届)?|(?:什么|甚么|何种|何等|咩|乜(?:嘢|野)?|啥)(?:样的|样)?|(?<![如为任几])何(?=[\\u4e00-\\u9fff]{2})|何者)`,
    ),
  },
  { asked: 'manner', pattern: /(?:是)?(?:怎么样?|怎样|如何|点样|点(?=样|会|可以|算|做|睇))(?:的|地|报道|报导)?/ },
  // 「…的前身為？」: the question ends where its answer would begin.
  { asked: 'what', pattern: /(?:是因为|为何|于何|是|为|于|有|和|以及|及|成)(?=[?]*$)/ },
];

/** Chinese words that a question is made of and that no search needs. One that begins with another stands before it. */
const CHINESE_FILLERS =
  /(?:问题|议题|事务)上(?!升|涨|限|映|市|演|台|海|诉|班|课|网)|请问一下|请问|请告诉我|告诉我|我想知道|想知道|想问|你知道|知唔知|究竟|到底|其实|关于|有关|至于|当中|其中|以下|下列|一共|总共|目前|现在|而家|依家|分别|大约|大概|曾经|曾|的时候|之时|时候|主要|有哪些|哪些|什么|怎么样|呢个|嗰个|呢啲|嗰啲|啲|嘅|咗|喺|嚟|佢哋|佢|冇|哋|嘢|系咪|唔|㗎|架(?=[?。!\s]*$)|吖|啦|喇|咧|噃|囉|啊|呀|呢|吗|嘛|吧|哦|(?<![\u4e00-\u9fff])那么?(?=[\u4e00-\u9fff])/g;

// What asks in English; the match is cut out of the question like its Chinese counterparts.
const ENGLISH: readonly AnswerTypePattern[] = [
  { asked: 'age', pattern: /\bhow old\b/ },
  { asked: 'money', pattern: /\bhow much (?:money|does|did|will|do|is|was)\b/ },
  { asked: 'duration', pattern: /\bhow long\b|\bhow many (?:hours|days|weeks|months|years|minutes)\b/ },
  { asked: 'percent', pattern: /\bwhat (?:percentage|percent|proportion|share)\b/ },
  { asked: 'count', pattern: /\bhow (?:many|much|often|far|large|big|high|tall)\b/ },
  { asked: 'time', pattern: /\bwhen\b|\b(?:what|which|on what|on which) (?:year|month|day|date|time)\b/ },
  { asked: 'reason', pattern: /\bwhy\b|\bwhat(?: is| was|'s)? the (?:reason|cause)\b|\bfor what reason\b/ },
  {
    asked: 'statement',
    pattern:
      /\bwhat (?:did|does|do|has|have|was|is) (?=.*\b(?:say|said|saying|tell|told|think|demand|propose|urge|stress|claim|call|respond|announce|promise|warn)\b)|\bwhat(?: is| was|'s| are| were)? (?=.*\b(?:position|stance|response|reaction)\b)|\bhow (?:did|does|do|has|have) (?=.*\b(?:describe|respond|react|characteri[sz]e|explain|view|see|call)\b)|\bwhat(?: is| was|'s) (?=.*\b(?:position|stance|view|response|reaction|reply)\b)/,
  },
  { asked: 'person', pattern: /\bwho(?:m|se)?\b|\bwhich (?:person|official|minister|diplomat)\b/ },
  {
    asked: 'place',
    pattern: /\bwhere\b|\b(?:what|which) (?:country|countries|city|place|places|location|region|state)\b/,
  },
  { asked: 'name', pattern: /\bwhat(?: is| was|'s) the name of\b/ },
  { asked: 'which', pattern: /\bwhich\b|\bwhat (?=(?!is|was|are|were|did|does|do|has|have|happen)[a-z]+)/ },
  { asked: 'manner', pattern: /\bhow\b/ },
  { asked: 'what', pattern: /\bwhat\b/ },
  { asked: 'yesno', pattern: /^(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could|should)\b/ },
];

const ENGLISH_FILLERS = new Set(
  `a an the of in on at to for from by with without about into over under between among during after before since until as and or but
  if than then that this these those there here it its he she they them him her his their we us our you your i me my is are was were be been being
  am do does did done has have had having will would shall should can could may might must not no yes any some all most more other another
  who whom whose what which where when why how say says said saying tell tells told talk talks talked speak spoke make makes made get gets got give gave
  think thinks thought describe described happen happens happened please know want ask asked answer news report reported reports coverage article
  articles go went come came take took put see saw show showed there's what's who's mr mrs ms dr let just also very much many still even ever yet up down out off
  again only own same so too s t`.split(/\s+/),
);

/** A question's kind, where it was found in the folded question, and the kind of its match. */
export interface AnswerTypeMatch {
  readonly asked: AnswerType;
  readonly start: number;
  readonly end: number;
}

/** The first cue of a folded question that applies, or null for a bare subject. */
export function findAnswerType(folded: string): AnswerTypeMatch | null {
  for (const { asked, pattern } of CHINESE) {
    const match = pattern.exec(folded);
    if (match !== null && match[0] !== '') {
      const isWhat = asked === 'which' && /^[?。!\s]*$/.test(folded.slice(match.index + match[0].length));
      return {
        asked: isWhat ? whatKind(folded.slice(0, match.index + match[0].length)) : asked,
        start: match.index,
        end: match.index + match[0].length,
      };
    }
  }
  for (const { asked, pattern } of ENGLISH) {
    const match = pattern.exec(folded);
    if (match !== null) return { asked, start: match.index, end: match.index + match[0].length };
  }
  return null;
}

// 「X是什么」 asks what X is; 「王毅说了什么」 was caught before; anything else that ends in 什么 asks for a thing.
const whatKind = (asked: string): AnswerType =>
  /(?:是|系|指|即)(?:什么|甚么|啥|咩|乜(?:嘢|野)?)$/.test(asked) ? 'definition' : 'what';

const DEMAND = /要求|敦促|促请|呼吁|警告|提出|建议|提议|主张|倡议|承诺|保证|希望|期望|威胁/g;

/** The verbs in a folded question by which somebody asks something of somebody: 美方「要求」中国做什么. */
export const demandsIn = (folded: string): readonly { readonly start: number; readonly end: number }[] =>
  Array.from(folded.matchAll(DEMAND), ({ 0: verb, index }) => ({ start: index, end: index + verb.length }));

/** Whether a folded question asks for what somebody said or demanded. */
export const tellsOfSpeech = ({
  wants,
  folded,
}: {
  readonly wants: AnswerType | null;
  readonly folded: string;
}): boolean => wants === 'statement' || demandsIn(folded).length > 0;

const SPEECH =
  /说|讲|话(?!题|语|剧|筒)|称(?!为|作|职)|表示|认为|以为|指出|强调|提到|提过|提及|承认|透露|料到|料想|看法|眼中|\b(?:according to|say|says|said|think|thinks|believe|believes|mention|mentioned|claim|claimed|admit|admitted)\b/;

/** Whether a folded question speaks of saying or meaning at all: 布林肯「說」會晤有多少個目標. */
export const mentionsSpeech = (folded: string): boolean => SPEECH.test(folded);

/** Whether a folded Latin word only makes up questions. */
export const isEnglishFiller = (word: string): boolean => ENGLISH_FILLERS.has(word);

/** Blanks out the words that only make up a question, the cue included; every offset stays. */
export function blankFillers(folded: string, cue: AnswerTypeMatch | null): string {
  const blank = (text: string, start: number, end: number): string =>
    text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
  let rest = cue === null ? folded : blank(folded, cue.start, cue.end);
  rest = rest.replace(CHINESE_FILLERS, (match: string) => ' '.repeat(match.length));
  return rest;
}
