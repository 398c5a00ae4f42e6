import type { Catalogue } from './catalogue.ts';

export const zhHans: Catalogue = {
  reject: {
    empty: '请输入问题，例如：布林肯预计何时访问中国？',
    noWords: '这里没有可供搜索的文字。请用中文或英文提问。',
    tooLong: (length, limit) => `问题长达 ${length} 字，请缩短到 ${limit} 字以内；一次问一个问题，效果最好。`,
    badDate: (given) => `“${given}”不是日期，请写成 2023-10-28、2023-10 或 2023。`,
    datesReversed: (since, until) => `起始日（${since}）晚于结束日（${until}），请对调。`,
    unknownOutlet: (given, known) => `资料库里没有名为“${given}”的媒体，现有：${known.join('、')}。`,
  },
  notFound: '资料库里的报道没有提到这个问题的答案。',
  nearest: '资料库里最接近的报道：',
  unmatched: (words) => `资料库里从未出现：${words.map((word) => `“${word}”`).join('、')}。`,
  greeting: {
    hello: '你好。想知道报道说过什么，尽管提问；我会引用原文，并注明出处。',
    thanks: '不客气。',
    help: '请用中文或英文提问。我只会一字不改地引用报道，并注明媒体、日期和链接；报道没有答案时，我会直说。',
    goodbye: '再见。',
  },
  digestOf: (outlet) => `${outlet}（摘要）`,
  unknownOutlet: '媒体不详',
  undated: '日期不详',
  sources: '出处',
  speaker: (name) => `${name}：`,
  alsoReported: '另有报道：',
  filtered: (outlet, since, until) => {
    const days =
      since === null
        ? until === null
          ? ''
          : `${until} 或之前`
        : until === null
          ? `${since} 起`
          : `${since} 至 ${until}`;
    return `仅限：${[outlet, days].filter((part) => part !== null && part !== '').join('，')}。`;
  },
  examples: ['布林肯和王毅会谈了多久？', '杨洁篪怎么说台湾问题？', '芬太尼'],
};
