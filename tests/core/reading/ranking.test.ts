import { expect, test } from 'vitest';

import { rankingCorpus } from '../../support/ranking-corpus.ts';

const { ask } = await rankingCorpus();

// The question, the article that is cited first, what its first quote holds, and why.
test.each<[question: string, article: string, quote: string, reason: string]>([
  ['青灣大橋全長多少公里？', 'bridge-opens', '全長七公里', 'a length'],
  ['青湾大桥全长多少公里？', 'bridge-opens', '全長七公里', 'the other script finds the same'],
  ['青灣大橋係邊個設計㗎？', 'bridge-opens', '何立言設計', 'a Cantonese question word'],
  ['大橋工程耗資多少錢？', 'bridge-opens', '十二億元', 'money'],
  ['大橋首日有多少輛車駛過？', 'bridge-opens', '三萬二千輛', 'how many'],
  ['32000輛車', 'bridge-opens', '三萬二千輛', 'a number in the other notation'],
  ['大橋收費站設在哪裡？', 'bridge-opens', '收費站設在東灣', 'where'],
  ['林海晴怎樣說兩岸車程？', 'bridge-opens', '縮短至十分鐘', 'a statement by the right speaker'],
  ['何立言怎样说桥墩的钢材？', 'bridge-opens', '二百五十公里', 'the other speaker of the same paragraph'],
  ['渡輪航線點解會停航？', 'bridge-opens', '乘客已減少一半', 'why, in Cantonese'],
  ['青灣大橋為何封閉？', 'bridge-closes', '受台风', 'why; the headline tells the two bridge reports apart'],
  ['台风期间最高风速是多少？', 'bridge-closes', '一百八十公里', 'a figure of the later report'],
  ['大橋封閉幾耐？', 'bridge-closes', '封闭三天', 'how long, in Cantonese'],
  ['潛水員要檢查什麼？', 'bridge-closes', '检查桥墩', 'Traditional finds Simplified'],
  ['博物館失竊了多少件瓷器？', 'porcelain-stolen', '十七件', 'what was stolen, not what was found'],
  ['17件瓷器', 'porcelain-stolen', '十七件', 'digits find Han numerals'],
  ['窃贼从哪里进入展厅？', 'porcelain-stolen', '天窗', 'where from'],
  ['失窃的瓷器总值多少？', 'porcelain-stolen', '九百万元', 'a value'],
  ['尋回了多少件瓷器？', 'porcelain-found', '十五件', 'what was found, not what was stolen'],
  ['被捕的男子几岁？', 'porcelain-found', '四十一歲', 'an age'],
  ['周敏怎樣形容尋回瓷器？', 'porcelain-found', '全城的喜事', 'a quotation inside the quote'],
  ['悉尼渡轮相撞有多少人受伤？', 'ferry-collision', '二十三人受傷', 'a regional name: 悉尼 is 雪梨'],
  ['How many people were injured in Sydney?', 'ferry-collision', '二十三人受傷', 'an English question, Chinese text'],
  ['Sidney ferry', 'ferry-collision', '雪梨港', 'a typing error in a name'],
  ['紐西蘭地震有多少級？', 'quake', '六点二级', 'a regional name: 紐西蘭 is 新西兰'],
  ['貝克說了什麼？', 'quake', '书架', 'a person by another transliteration'],
  ['What did Anna Becker say?', 'quake', '书架', 'a person by an English name'],
  ['震源深度', 'quake', '四十公里', 'a bare subject'],
  ['寮國鐵路有幾多條隧道？', 'railway', '十四条隧道', 'a regional name, in Cantonese'],
  ['鐵路何時完工？', 'railway', '明年', 'when'],
  ['蜂蜜產量為什麼下降？', 'honey', '干旱', 'why'],
  ['每箱蜜蜂補貼多少元？', 'honey', '三百元', 'a sum, not the other number of the paragraph'],
  ['蜂', 'honey', '蜜', 'a single character'],
  ['2023年河畔馬拉松誰跑贏？', 'marathon-2023', '葉小嵐', 'the year of the question'],
  ['2022年河畔馬拉松誰跑贏？', 'marathon-2022', '高遠', 'the other year'],
  ['高遠以什麼時間跑贏馬拉松？', 'marathon-2022', '兩小時十一分', 'a person parts two reports alike'],
  ['图书馆周末几点关门？', 'library-card', '周末提早两小时关门', 'a sentence below its heading'],
  ['借书证收费多少？', 'library-card', '每张收费五元', 'the heading has a word that the sentence lacks'],
  ['新馆有多少个车位？', 'library-card', '八十个车位', 'not the number of books'],
  ['How many moorings does the harbour board want?', 'harbour-plan', '640', 'English finds English'],
  ['What did Tom Okafor warn of?', 'harbour-plan', 'oyster beds', 'the speaker, not the mayor before him'],
  ['oister beds', 'harbour-plan', 'oyster beds', 'a typing error in a word'],
  ['兩市商談分水談了多久？', 'water-talks-river', '六個小時', 'how long'],
  ['鄧美儀怎樣批評上城？', 'water-talks-bay', '果园浪费', 'the verb tells her two statements apart'],
  ['下城水庫還有多少儲水？', 'water-talks-river', '三成', 'a share'],
  ['河畔馬拉松破大會紀錄', 'marathon-2023', '', 'a headline asks for its own report'],
  ['失竊瓷器尋回十五件　一名男子被捕', 'porcelain-found', '', 'a headline with another report of the same words'],
  ['熊貓幼崽有幾重？', 'panda', '一百五十克', 'a weight, in Cantonese'],
  ['游客何时能看到幼崽？', 'panda', '明年春天', 'when'],
])('%s → %s, “%s”: %s', async (question, article, quote) => {
  const answer = await ask({ text: question });
  const [point] = answer.points;
  const cited = answer.citations.find(({ number }) => number === point?.citation);
  expect({ kind: answer.kind, article: cited?.articleId, quote: point?.quote }).toEqual({
    kind: 'answered',
    article,
    quote: expect.stringContaining(quote) as string,
  });
});

test.each([
  ['比特幣現在值多少錢？', 'another subject altogether'],
  ['Who won the chess olympiad?', 'another subject, in English'],
  ['馬拉松冠軍獎金多少錢？', 'the race is there, the prize is not'],
  ['蜜蜂得了什麼病？', 'the bees are there, but not ill'],
  ['王毅怎樣說青灣大橋？', 'somebody who says nothing here'],
  ['量子計算機用什麼材料製造？', 'nothing of it'],
  ['蝴蝶', 'a bare subject that nobody wrote about'],
  ['龘', 'a single character that nobody wrote'],
])('%s is not found: %s', async (question) => {
  const answer = await ask({ text: question });
  expect({ kind: answer.kind, points: answer.points }).toEqual({ kind: 'not-found', points: [] });
});
