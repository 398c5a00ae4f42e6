import type { Catalogue } from './catalogue.ts';

export const zhHant: Catalogue = {
  reject: {
    empty: '請輸入問題，例如：布林肯預計何時訪問中國？',
    noWords: '這裏沒有可供搜尋的文字。請用中文或英文提問。',
    tooLong: (length, limit) => `問題長達 ${length} 字，請縮短至 ${limit} 字以內；一次問一題，效果最好。`,
    badDate: (given) => `「${given}」不是日期，請寫成 2023-10-28、2023-10 或 2023。`,
    datesReversed: (since, until) => `起始日（${since}）遲於結束日（${until}），請對調。`,
    unknownOutlet: (given, known) => `資料庫內沒有名為「${given}」的媒體，現有：${known.join('、')}。`,
  },
  notFound: '資料庫內的報道沒有提及這個問題的答案。',
  nearest: '資料庫內最接近的報道：',
  unmatched: (words) => `資料庫內從未出現：${words.map((word) => `「${word}」`).join('、')}。`,
  greeting: {
    hello: '你好。想知道報道說過甚麼，儘管發問；我會引述原文，並列明出處。',
    thanks: '不用客氣。',
    help: '請用中文或英文提問。我只會一字不改地引述報道，並列明媒體、日期和連結；報道沒有答案時，我會直說。',
    goodbye: '再見。',
  },
  digestOf: (outlet) => `${outlet}（摘要）`,
  unknownOutlet: '媒體不詳',
  undated: '日期不詳',
  sources: '出處',
  speaker: (name) => `${name}：`,
  alsoReported: '另有報道：',
  filtered: (outlet, since, until) => {
    const days =
      since === null
        ? until === null
          ? ''
          : `${until} 或之前`
        : until === null
          ? `${since} 起`
          : `${since} 至 ${until}`;
    return `只限：${[outlet, days].filter((part) => part !== null && part !== '').join('，')}。`;
  },
  examples: ['布林肯和王毅會談了多久？', '楊潔篪怎樣說台灣問題？', '芬太尼'],
};
