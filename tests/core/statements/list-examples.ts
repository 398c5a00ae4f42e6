import type { Statement } from '../../../src/core/model/statement.ts';
import { statementsOf } from '../../../src/core/statements/statements-of.ts';
import { articleOf } from '../../support/article-of.ts';
import { shippedNames } from '../../support/shipped-data.ts';

const names = shippedNames();

/** What is read of paragraphs: for each statement who, what act, handed on by whom, and whether it did not take place. */
export interface Told {
  readonly who: string | null;
  readonly act: Statement['act'];
  readonly by: string | null;
  readonly to: string | null;
  readonly negated: boolean;
  readonly content: string;
}

function told(...paragraphs: string[]): readonly Told[] {
  const article = articleOf(paragraphs);
  return statementsOf(article, names).map(({ speaker, act, reportedBy, addressee, negated, content }) => ({
    who: speaker?.name ?? null,
    act,
    by: reportedBy?.name ?? null,
    to: addressee?.name ?? null,
    negated,
    content: article.text.slice(content.start, content.end),
  }));
}

const titled = (title: string): readonly Statement[] =>
  statementsOf(articleOf(['安東尼·布林肯，國務卿', '我們支持停火。'], { title }), names);

const DOOR = '門已經打開了';
const says = (who: string, ...paragraphs: string[]): boolean => {
  const [first, ...others] = told(...paragraphs);
  return others.length === 0 && first?.who === who && first.content.includes(DOOR);
};
const saysNothing = (...paragraphs: string[]): boolean => told(...paragraphs).length === 0;

/** For each list of `data/lang/zh` an example that is read rightly with a line of it: the word, and what `=>` gives it. */
export const EXAMPLES: Readonly<Record<string, (word: string, value: string) => boolean>> = {
  'speech-verbs': (word, value) => {
    const [act, kind] = value.split(', ');
    const outlet = kind === 'report' ? '海港社' : '羅志安';
    const quoted = kind === 'quote' ? '陳大明說' : '';
    const [first] = told(`${outlet}${word}${quoted}，${DOOR}。`);
    return kind === 'quote'
      ? first?.who === '陳大明' && first.by === '羅志安'
      : first?.who === outlet && first.act === act;
  },
  'speech-look-alikes': (word) =>
    saysNothing(`羅志安${word}，${DOOR}。`) &&
    saysNothing(`羅志安在會上${word}，${DOOR}。`) &&
    saysNothing(`其中${word}，${DOOR}。`),
  offices: (word) => says(`青橋${word}`, `青橋${word}表示，${DOOR}。`),
  bodies: (word) => says(`青橋${word}`, `青橋${word}表示，${DOOR}。`),
  documents: (word) => says(word, `${word}表示，${DOOR}。`),
  passives: (word, value) => {
    const [first] = told(`羅志安${word}官媒《海港時報》點名批評。`);
    return value === 'for' ? first === undefined : first?.who === '官媒《海港時報》';
  },
  adverbs: (word) => says('羅志安', `羅志安${word}批評，${DOOR}。`),
  prepositions: (word, value) =>
    value === 'to' || value === 'on'
      ? says('羅志安', `羅志安${word}海港市民表示，${DOOR}。`)
      : value === 'with'
        ? says('羅志安', `羅志安${word}海港市民會面時表示，${DOOR}。`)
        : says('羅志安', `羅志安${word}青橋表示，${DOOR}。`),
  localizers: (word) => says('羅志安', `羅志安在青橋${word}批評，${DOOR}。`),
  occasions: (word) => says('羅志安', `羅志安${word}青橋時批評，${DOOR}。`),
  openers: (word, value) =>
    value === 'condition'
      ? saysNothing(`${word}羅志安表示，${DOOR}。`)
      : says('羅志安', `${word}羅志安表示，${DOOR}。`) &&
        (value === 'contrast' || word.endsWith('有')) ===
          (told(`羅志安說，${word}陳大明說，${DOOR}。`).at(-1)?.by === null),
  genders: (word, value) => {
    const [gender = '', where = ''] = value.split(' ');
    const somebody = {
      title: `羅志安${word}`,
      'of-surname': `市長羅志安到場。羅${word}`,
      before: `市長羅志安到場，${word}羅志安`,
      kind: `${word}作家羅志安`,
      pronoun: `羅志安${word === '他' ? '先生' : '女士'}`,
    }[where];
    const heard = ['他', '她'].filter((one) => told(`${somebody}到場。`, `${one}表示，${DOOR}。`).length > 0);
    const callsOne =
      where !== 'before' ||
      told(`市長的${word}到場。`, `${gender === 'male' ? '她' : '他'}表示，${DOOR}。`).length === 0;
    return heard.join('') === (gender === 'male' ? '他' : '她') && callsOne;
  },
  quantities: (word) => says(`${word.replace(/^有$/, '')}市民`, `${word}市民表示，${DOOR}。`),
  surnames: (word) => says(`${word}志安`, `${word}志安說，${DOOR}。`),
  transliteration: (word) => says(`${word}特朗普`, `市長${word}特朗普表示，${DOOR}。`),
  'function-compounds': (word) => says(`${word}局`, `${word}局表示，${DOOR}。`),
  'non-names': (word) => !told(`${word}表示，${DOOR}。`, `${word}也好。`).some(({ who }) => who?.includes(word)),
  'no-subject-openers': (word) =>
    !told(`青橋很長，${word}幫助青橋重開的學會，相信${DOOR}。`).some(({ who }) => who?.startsWith(word)),
  'near-words': (word) => says(`${word}教育局的消息`, `有${word}教育局的消息稱，${DOOR}。`),
  'no-event-before': (word) =>
    saysNothing(`教育局${word}批評，${DOOR}。`) && saysNothing(`羅志安到場，${word}批評${DOOR}。`),
  negations: (word) => told(`羅志安${word}透露，${DOOR}。`)[0]?.negated === true,
  'event-nouns': (word) => says('羅志安', `羅志安在${word}說，${DOOR}。`),
  hedges: (word) => told('羅志安說，天已經亮了。', `羅志安說，天已經亮了。${word}${DOOR}。`).length === 2,
  'plan-verbs': (word) =>
    saysNothing(`羅志安${word}6月18日訪問青橋。`) &&
    saysNothing(`羅志安${word}訪問青橋。`) &&
    says('羅志安', `羅志安${word}${DOOR}。`),
  relations: (word) => says(`王毅${word}`, `王毅${word}表示，${DOOR}。`),
  'reporter-endings': (word) => told(`青橋${word}稱，羅志安表示，${DOOR}。`)[0]?.who === '羅志安',
  'source-openers': (word) => told(`${word}青橋市民形容，${DOOR}。`)[0]?.who === '青橋市民',
  'issued-by': (word, role) =>
    told(
      role === 'before'
        ? `${word}青橋市民發出的公報指出，屈若梅說，${DOOR}。`
        : `以青橋市民${word}發出的公報指出，屈若梅說，${DOOR}。`,
    )[0]?.by === '青橋市民',
  issuing: (word) => told(`據青橋市民昨日${word}，${DOOR}。`)[0]?.who === '青橋市民',
  'single-offices': (word) => told(`${word}羅志安到場。`, `${word}表示，${DOOR}。`).at(-1)?.who === '羅志安',
  'short-titles': (word) => told('市長羅志安到場。', `羅${word}表示，${DOOR}。`).at(-1)?.who === '羅志安',
  'speaker-pronouns': (word, points) => {
    const before = points === 'person' || points === 'any' ? '市長羅志安到場。' : '教育局到場。';
    const who = points === 'unnamed' ? word : points === 'person' || points === 'any' ? '羅志安' : '教育局';
    return told(`${before}${word}表示，${DOOR}。`).at(-1)?.who === who;
  },
  doers: (word) => says('羅志安', `聲明${word}市長羅志安發出，批評${DOOR}。`),
  meetings: (word) => says('羅志安', `羅志安與陳大明${word}，批評${DOOR}。`),
  'clause-breaks': (word) => says('羅志安', `青橋重開${word}市長羅志安批評，${DOOR}。`),
  'no-event-after': (word) => saysNothing(`羅志安表示${word}，${DOOR}。`),
  'time-closers': (word) => saysNothing(`市長羅志安在宣布封橋${word}離開，${DOOR}。`),
  'clause-times': (word) => says('陳大明', `羅志安表示退賽${word}，陳大明說，${DOOR}。`),
  'words-of': (word) => told(`羅志安援引陳大明${word}說，${DOOR}。`)[0]?.who === '陳大明',
  contrasts: (word) => told(`羅志安說，天已經亮了，陳大明${word}說，${DOOR}。`).at(-1)?.by === null,
  'turn-labels': (word, value) => {
    const turns = told('市長羅志安：早。', `${word}：可以嗎？`, '市長羅志安：可以。');
    const asker = turns.find(({ content }) => content === '可以嗎？')?.who ?? null;
    return asker === (value === 'answer' ? '羅志安' : value.endsWith('somebody') ? word : null);
  },
  'verb-offices': (word) => saysNothing(`${word}羅志安希望${DOOR}。`),
  'signed-titles': (word) => titled(`關於停火的${word}`).length === 1,
  'calling-endings': (word, value) =>
    says('羅志安', `鹽${word}羅志安表示，${DOOR}。`) &&
    (value === 'named' || says(`鹽${word}`, `鹽${word}表示，${DOOR}。`)),
  'office-surnames': (word) => says(`${word}樂平`, `市長${word}樂平表示，${DOOR}。`),
  'rare-surnames': (word) => saysNothing(`${word}志表示，${DOOR}。`),
  'clause-characters': (word) => !told(`青橋${word}市民表示，${DOOR}。`).some(({ who }) => who?.startsWith('青橋')),
  'department-joining': (word) => says(`食物${word}衞生局局長`, `食物${word}衞生局局長表示，${DOOR}。`),
  'not-in-office': (word) => told(`${word}部長羅志安到場。`, `部長表示，${DOOR}。`).at(-1)?.who === '部長',
  'behind-verbs': (word, value) =>
    value === 'words'
      ? told(`羅志安透露${word}${DOOR}。`)[0]?.content === DOOR
      : told(`羅志安批評${word}${DOOR}。`)[0]?.content.startsWith(DOOR) === true,
  'telling-verbs': (word) => told(`羅志安${word}海港市民，${DOOR}。`)[0]?.to === '海港市民',
  'structural-characters': (word) =>
    !told(`評論員橫${word}河表示，${DOOR}。`, `橫${word}河到場。`).some(({ who }) => who?.includes(word)),
  'behind-speakers': (word) => told(`市長羅志${word}三人到場，批評${DOOR}。`)[0]?.who === '羅志',
  'joining-offices': (word) => told(`局長${word}發言人羅志安表示，${DOOR}。`)[0]?.who === '羅志安',
  'verb-joining': (word) => !told(`羅志安到場，揭露${word}控訴，${DOOR}。`).some(({ act }) => act === 'say'),
  'counted-people': (word, value) => {
    const written = { before: `${word}300名`, people: `300${word}`, number: `300${word}名`, numeral: `${word}名` }[
      value
    ];
    return says(`${written}市民`, `${written}市民表示，${DOOR}。`);
  },
};
