import { describe, expect, test } from 'vitest';
import { statementsOf } from '../../../src/core/statements/statements-of.ts';
import { articleOf } from '../../support/article-of.ts';
import { shippedNames } from '../../support/shipped-data.ts';

const names = shippedNames();

/** Who speaks in some paragraphs, and the article's own words that name them. */
const speakers = (...paragraphs: string[]): readonly string[] => {
  const article = articleOf(paragraphs);
  return statementsOf(article, names).map(({ speaker }) => {
    const mention = speaker?.mention ?? null;
    return `${speaker?.name} (${mention === null ? '' : article.text.slice(mention.start, mention.end)})`;
  });
};

describe('a department whose name holds 及 is one speaker', () => {
  test.each([
    ['郵政及運輸局局長指出，航線要重開。', ['郵政及運輸局局長 (郵政及運輸局局長)']],
    ['勞工及漁護局局長陳樂山指出，航線要重開。', ['陳樂山 (勞工及漁護局局長陳樂山)']],
    ['東城大學歷史與地理學系教授陳樂山認為，航線要重開。', ['陳樂山 (東城大學歷史與地理學系教授陳樂山)']],
    ['郵政及科技局長常任秘書長陳樂山，形容航線很好。', ['陳樂山 (郵政及科技局長常任秘書長陳樂山)']],
    ['郵政事務局長說，航線要重開。', ['郵政事務局長 (郵政事務局長)']],
    // Each could speak alone.
    ['警方及保安局局長指出，航線要重開。', ['警方 (警方)', '保安局局長 (保安局局長)']],
    ['陳樂山及發展局局長指出，航線要重開。', ['陳樂山 (陳樂山)', '發展局局長 (發展局局長)']],
  ])('%s', (text, expected) => expect(speakers(text)).toEqual(expected));
});

describe('somebody of an office that no list has, or whose name holds a word', () => {
  test.each([
    ['青禾公司发言人骆宁说，航線要重開。', ['骆宁 (青禾公司发言人骆宁)']],
    ['港務員丁和平說：「航線要重開。」', ['丁和平 (港務員丁和平)']],
    ['「航線要重開。」港務員丁和平說。', ['丁和平 (港務員丁和平)']],
    ['港務員說，航線要重開。', ['港務員 (港務員)']],
    ['館長郝時指出，航線要重開。', ['郝時 (館長郝時)']],
    ['調度員盧和昨日強調，航線要重開。', ['盧和 (調度員盧和)']],
    ['馴獸師伍平和說，航線要重開。', ['伍平和 (馴獸師伍平和)']],
    ['爆破師上官曉透露，航線要重開。', ['上官曉 (爆破師上官曉)']],
    ['修復師司徒平則認為，航線要重開。', ['司徒平 (修復師司徒平)']],
    ['導演安雅·普羅霍娃透露，航線要重開。', ['安雅·普羅霍娃 (導演安雅·普羅霍娃)']],
    ['棋手納迪婭·薩維奇周三晚承認，航線要重開。', ['納迪婭·薩維奇 (棋手納迪婭·薩維奇)']],
    // Whose office it is, a pronoun says; 她 and 其 are not who speaks.
    ['她的律師說，航線要重開。', ['她的律師 (她的律師)']],
    ['其發言人陳樂山說，航線要重開。', ['陳樂山 (其發言人陳樂山)']],
    // 又, 和 and 時 are words of the sentence's own here, and 大家, 一員 no callings.
    ['巡山員郗平又指，航線要重開。', ['郗平 (巡山員郗平)']],
    ['工作人員和平時一樣說笑。', []],
    ['大家和平時說的不同。', []],
    ['記者高聲問，航線可會重開？', ['記者 (記者)']],
  ])('%s', (text, expected) => expect(speakers(text)).toEqual(expected));
});

test('a noun with a mark that it was done is a verb', () => {
  expect(speakers('陳樂山在會上就航線等核心關切闡明了立場。')).toEqual(['陳樂山 (陳樂山)']);
  expect(speakers('陳樂山就航線等核心關切批評的做法很多。')).toEqual([]);
});

test('what somebody is to do is not yet done: 要求政府道歉', () =>
  expect(speakers('陳樂山要求政府道歉。')).toEqual(['陳樂山 (陳樂山)']));

test('who does not want to be named is who is called so', () =>
  expect(speakers('不願透露姓名的高級官員說，航線要重開。')).toEqual([
    '不願透露姓名的高級官員 (不願透露姓名的高級官員)',
  ]));

describe('a sentence that is quoted behind a clause about somebody is theirs', () => {
  const BEFORE = '議員陳樂山表示，航線要重開。';
  test.each([
    ['陳樂山搖搖頭，「這條航線我們等了十年才等到。」', 2],
    ['他一臉無奈：「這條航線我們等了十年才等到。」', 2],
    // A term, somebody else's words, and what nobody in particular does.
    ['陳樂山乘搭，「海風號。」', 1],
    ['陳樂山重溫，「這條航線我們等了十年才等到」一文。', 1],
    ['航線重開在望，「這條航線我們等了十年才等到。」', 1],
  ])('%s', (text, count) => {
    const found = speakers(`${BEFORE}${text}`);
    expect(found).toHaveLength(count);
    expect(new Set(found.map((one) => one.split(' ')[0]))).toEqual(new Set(['陳樂山']));
  });
});

test('words quoted at the end of a sentence are whose the next sentence says', () => {
  const article = articleOf(['碼頭重開，人潮湧到，「這條航線我們等了十年才等到。」陳樂山說。']);
  const [one, ...others] = statementsOf(article, names);
  expect(others).toEqual([]);
  expect(one?.speaker?.name).toBe('陳樂山');
  expect(article.text.slice(one?.content.start, one?.content.end)).toBe('「這條航線我們等了十年才等到。」');
});

describe('who 她 or 他 is', () => {
  test.each([
    ['在報館工作逾二十年的陳小姐，今天到庭旁聽，她表示航線要重開。', '陳小姐'],
    ['陳樂山強烈譴責兇徒，以及組織、策動襲擊的人士，他相信航線會重開。', '陳樂山'],
    ['局長陳樂山說，航線要重開；議員王樂水則指，航線不必重開。他又說，碼頭太小。', '王樂水'],
  ])('%s', (text, expected) => expect(speakers(text).at(-1)?.split(' ')[0]).toBe(expected));
});

test('a name of two surnames is whole', () =>
  expect(speakers('陳梁樂儀指出，航線要重開。')).toEqual(['陳梁樂儀 (陳梁樂儀)']));

test.each([
  // The last character begins what follows; what nobody repeats may be a verb.
  ['東城大學生報就指，航線要重開。', '就'],
  ['圍觀的居民鼓掌，並指出航線要重開。', '鼓掌'],
])('no name behind an office in %s', (text, word) => expect(speakers(text).join()).not.toContain(word));

test('有份 is one word, 有 before somebody is none', () => {
  expect(speakers('有份出席的校長指出，航線要重開。')[0]).toContain('(有份出席的校長)');
  expect(speakers('有在席人士指出，航線要重開。')[0]).toContain('(在席人士)');
});

describe('what only stands before a verb of speech is nobody', () => {
  test.each([
    ['政政系很老，是十分重要的學系，相信航線要重開。', []],
    ['航線重開，可以幫助青橋的市民，希望如此。', []],
    ['館長陳樂山說，航線會要求旅客登記。', ['陳樂山 (館長陳樂山)']],
    ['王毅出示傳媒指出，航線要重開。', []],
    ['在特雷莎宣布航線重開之後，一切如常。', []],
    // A joining word goes, and who stands behind it speaks.
    ['館長很少說話，以便記者提問。', ['記者 (記者)']],
    ['航線停了，就算市政府批評也沒用。', ['市政府 (市政府)']],
    // Hospitals and funds are called by people.
    ['陳樂山醫院指出，航線要重開。', ['陳樂山醫院 (陳樂山醫院)']],
  ])('%s', (text, expected) => expect(speakers(text)).toEqual(expected));
});

describe('who speaks is found', () => {
  test.each([
    // What is done to somebody before they speak is theirs, and nobody else's words.
    ['館長陳樂山周二到場，被記者問到航線時表示，航線要重開。', ['陳樂山 (館長陳樂山)']],
    ['王毅被記者問到航線，沒有作答。', ['記者 (記者)']],
    // An outlet is not given the words of whom it quotes, whatever they are called.
    ['海港日報引述當地燈塔人表示，航線要重開。', ['當地燈塔人 (當地燈塔人)']],
    ['她的對手陳樂山其後表示，航線要重開。', ['陳樂山 (她的對手陳樂山)']],
    ['乘客Cindy表示，航線要重開。', ['Cindy (乘客Cindy)']],
    ['盧Sir表示，航線要重開。', ['盧Sir (盧Sir)']],
    ['館長陳樂山到場。陳拿起外套後離開，透露航線要重開。', ['陳樂山 (陳)']],
    ['海關表示時間緊迫。', ['海關 (海關)']],
    ['顧問醫生卓華指，航線要重開。卓估計要三周。', ['卓華 (顧問醫生卓華)', '卓華 (卓)']],
    ['館長陳樂山表示，法院預計9月4日舉行聆訊。', ['陳樂山 (館長陳樂山)']],
  ])('%s', (text, expected) => expect(speakers(text)).toEqual(expected));
});

describe('who goes on as 他, or hands on what another says', () => {
  /** Who speaks, and who hands it on. */
  const handed = (text: string): readonly (readonly [string | undefined, string | undefined])[] =>
    statementsOf(articleOf([text]), names).map(({ speaker, reportedBy }) => [speaker?.name, reportedBy?.name]);

  test.each([
    ['陳樂山談到，林望舒時代的航線，是全年開放；他認為，航線要重開。', ['陳樂山', '陳樂山']],
    ['陳樂山說，林望舒沒有回覆；他又指，會再去信。', ['陳樂山', '林望舒', '陳樂山']],
    ['陳樂山說航線很好；林望舒昨日到場，他說航線要重開。', ['陳樂山', '林望舒']],
  ])('%s', (text, expected) => expect(handed(text).map(([who]) => who)).toEqual(expected));

  test.each([
    ['教育局說，林望舒承諾航線會重開。', '林望舒', '教育局'],
    ['教育局說，林望舒指航線會重開。', '林望舒', '教育局'],
    ['教育局表示會跟進，林望舒則表示航線要重開。', '林望舒', undefined],
    ['教育局回應指會跟進，林望舒表示航線要重開。', '林望舒', undefined],
    ['教育局說，有網民稱航線要重開。', '網民', undefined],
  ])('%s', (text, who, by) => expect(handed(text)).toContainEqual([who, by]));

  test('what a clause lists does not speak', () => {
    expect(speakers('教育局發表聲明，標題很長（Education），列出有關的三名官員，指他們失職。')).not.toContainEqual(
      expect.stringContaining('列出'),
    );
  });
});

describe('who may speak by which verb', () => {
  const speakersOf = (subject: string, verb: string): readonly string[] =>
    speakers(`${subject}${verb}航線要重開。`).map((one) => one.split(' ')[0] ?? '');
  test.each([
    // A name that no list has, by verbs that are nothing else.
    ['海風聯盟', ['表示', '指', '認為', '批評', '要求'], ['希望']],
    ['菲林多', ['表示', '認為', '批評', '希望'], ['指']],
    ['市長', ['表示', '指', '認為', '希望', '要求', '批評', '同意', '擔心'], ['報道']],
    ['陳樂山', ['表示', '指', '希望', '引述', '擔心'], ['報道']],
    ['三名居民', ['表示', '希望', '盼望', '擔心'], ['報道']],
    // A country wishes and worries nothing, but agrees.
    ['美國', ['表示', '要求', '批評', '同意'], ['指', '希望', '盼望', '擔心']],
    // A document neither believes nor demands, but quotes.
    ['聲明', ['表示', '指', '批評', '引述'], ['認為', '希望', '要求', '同意', '擔心']],
    ['法新社', ['表示', '認為', '擔心', '批評'], ['希望']],
  ])('%s: %j, not %j', (subject, speaks, not) => {
    expect(speaks.filter((verb) => !speakersOf(subject, verb).includes(subject))).toEqual([]);
    expect(not.filter((verb) => speakersOf(subject, verb).includes(subject))).toEqual([]);
  });
});

describe('several who are named together', () => {
  test.each([
    ['殷荷菲與梅南德茲提出，航線要重開。', ['殷荷菲', '梅南德茲']],
    ['陳樂山、市長王樂水指出，航線要重開。', ['陳樂山', '王樂水']],
    ['市長和局長指出，航線要重開。', ['市長', '局長']],
    // Who only met somebody, and one person with several offices.
    ['布林肯與王毅會面時表示，航線要重開。', ['布林肯']],
    ['布林肯與王毅會面表示，航線要重開。', ['布林肯']],
    ['東城黨參選人、海港市長韓樂水指出，航線要重開。', ['韓樂水']],
    ['市長、局長陳樂山指出，航線要重開。', ['陳樂山']],
    ['市長陳樂山和說，航線要重開。', ['陳樂山']],
  ])('%s', (text, expected) => expect(speakers(text).map((one) => one.split(' ')[0])).toEqual(expected));
});

describe('a surname stands for a name that the article has', () => {
  test.each([
    ['岑提到，航線要重開。', ['岑子安']],
    ['岑於會上提到，航線要重開。', ['岑子安']],
    ['岑在會議上又說，航線要重開。', ['岑子安']],
    ['當時他在會上說，航線要重開。', ['岑子安']],
    ['於是說，航線要重開。', []],
    ['如果岑說，航線要重開。', []],
    // What another foresees of somebody.
    ['岑預計六月訪問北京。', []],
    ['他預計六月訪問北京。', []],
    ['岑子安預計六月訪問北京。', []],
  ])('%s', (text, expected) =>
    expect(speakers('議員岑子安到場。', text).map((one) => one.split(' ')[0])).toEqual(expected),
  );
});

test.each([['對於航線的事件市長陳樂山說，碼頭要重開。'], ['在聲明中、在會上和在信中市長陳樂山說，碼頭要重開。']])(
  'behind the phrase that a clause begins with: %s',
  (text) => expect(speakers(text)).toEqual(['陳樂山 (市長陳樂山)']),
);

describe('an office alone is whoever the article names with it', () => {
  test.each([
    ['運輸局局長陳樂山出席。', '陳樂山 (局長)'],
    ['目前運輸局局長陳樂山出席。', '陳樂山 (局長)'],
    // Two have such an office, or somebody has it no more: who is meant nobody can say.
    ['運輸局局長陳樂山和財政局局長羅志安出席。', '局長 (局長)'],
    ['前局長陳樂山出席。', '局長 (局長)'],
    ['前運輸局局長陳樂山出席。', '局長 (局長)'],
    ['候任運輸局局長陳樂山出席。', '局長 (局長)'],
    ['據悉前警務處局長陳樂山出席。', '局長 (局長)'],
  ])('%s', (before, expected) => expect(speakers(before, '局長說，航線要重開。')).toEqual([expected]));
});

describe('what an outlet or a document hands on is said by whom it names, through it', () => {
  const handed = (text: string): readonly string[] =>
    statementsOf(articleOf([text]), names).map(
      ({ speaker, reportedBy }) => `${speaker?.name}${reportedBy === null ? '' : ` through ${reportedBy.name}`}`,
    );
  test.each([
    ['somebody says', '路透社稱，陳樂山表示，航線要重開。', ['陳樂山 through 路透社']],
    ['a body says', '路透社稱，港口公司說，航線要重開。', ['港口公司 through 路透社']],
    ['somebody demands', '路透社稱，陳樂山要求港口公司道歉。', ['陳樂山 through 路透社']],
    ['a body asks', '路透社稱，港口公司追問政府何時重開航線。', ['港口公司 through 路透社']],
    // Its own account of what a body does.
    ['a body demands', '路透社稱，港口公司要求政府道歉。', ['路透社', '港口公司 through 路透社']],
    ['a document has it', '公報稱，陳樂山要求政府道歉。', ['陳樂山 through 公報']],
    ['nobody else says', '《海港日報》報道，政府回應航線的批評。', ['《海港日報》']],
    ['it quotes', '據《海港日報》引述陳樂山的話，航線要重開。', ['陳樂山 through 《海港日報》']],
    ['it quotes a verb', '據路透社引述港口公司形容，航線要重開。', ['港口公司 through 路透社']],
    ['it is a document of theirs', '據港口公司新聞稿，陳樂山重申，航線要重開。', ['陳樂山 through 港口公司']],
    ['it is issued by them', '由港口公司發布的公報指出，陳樂山重申，航線要重開。', ['陳樂山 through 港口公司']],
    ['it is issued in a name', '以羅志安的名義發出的新聞稿提到，陳樂山要求政府道歉。', ['陳樂山 through 羅志安']],
    ['by whose words they act', '以羅志安名義提到的航線，陳樂山要求重開。', ['陳樂山']],
    ['it is a document of nobody', '據調查報告，陳樂山重申，航線要重開。', ['陳樂山']],
    ['a source alone', '據路透社，航線要重開。', ['路透社']],
    ['what somebody issued', '根據港口公司星期五發布的數據，乘客少了一成。', ['港口公司']],
  ])('%s: %s', (_, text, expected) => expect(handed(text)).toEqual(expected));
});

describe('whom somebody speaks to', () => {
  const addressees = (text: string): readonly (string | undefined)[] =>
    statementsOf(articleOf([text]), names).map(({ addressee }) => addressee?.name);
  test.each([
    ['陳樂山對羅志安表示，航線要重開。', ['羅志安']],
    ['陳樂山就航線對羅志安表示，要重開。', ['羅志安']],
    ['陳樂山向記者，其後又向議員羅志安表示，航線要重開。', ['羅志安']],
    ['陳樂山昨日（星期三）在東城大學出席記者會時，向議員羅志安表示，航線要重開。', ['羅志安']],
    // With somebody is not to them.
    ['陳樂山就航線與羅志安討論時表示，要重開。', [undefined]],
    ['陳樂山就航線表示，要重開。', [undefined]],
  ])('%s', (text, expected) => expect(addressees(text)).toEqual(expected));
});
