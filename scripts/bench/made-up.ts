// News that never happened, for a machine without the sample: the same articles in every run.

const SURNAMES = [
  ...'王李張劉陳楊黃趙吳周徐孫馬朱胡郭何高林羅鄭梁謝宋唐許韓馮鄧曹彭曾蕭田董袁潘蔣蔡余杜葉程蘇魏呂丁任沈姚盧',
];
const GIVEN = [
  ...'偉芳娜敏靜麗強磊軍洋勇艷傑娟濤明超秀霞平剛桂英華玉蘭文輝建國志遠思源嘉欣浩然子軒雨桐曉東慧玲俊峰家豪美琪',
];
const PLACES = (
  '臺北 高雄 臺中 臺南 基隆 新竹 花蓮 屏東 宜蘭 嘉義 香港 九龍 沙田 荃灣 屯門 澳門 北京 上海 廣州 深圳 成都 重慶 武漢 南京 杭州 ' +
  '西安 東京 大阪 京都 首爾 釜山 曼谷 河內 雅加達 馬尼拉 新加坡 吉隆坡 德里 孟買 倫敦 巴黎 柏林 維也納 羅馬 馬德里 里斯本 華盛頓 ' +
  '紐約 洛杉磯 舊金山 多倫多 溫哥華 雪梨 墨爾本 奧克蘭 開羅 內羅畢 拉各斯 聖保羅 利馬'
).split(' ');
const BODIES = (
  '外交部 衛生部 交通部 教育部 財政部 農業部 環境署 氣象局 統計處 立法會 市議會 高等法院 最高法院 警察總部 消防局 中央銀行 證券交易所 ' +
  '工商總會 教師協會 醫護工會 港口公司 航空公司 電力公司 鐵路公司 大學研究中心 國家博物館 奧林匹克委員會 世界銀行 紅十字會'
).split(' ');
const OFFICES = '部長 發言人 局長 主席 市長 委員 院長 教授 研究員 總經理 會長 大使 法官 總監 秘書長'.split(' ');
const SUBJECTS = (
  '疫苗接種 房屋供應 最低工資 地鐵延線 稅務改革 碳排放 颱風警報 罷工行動 選舉制度 貿易協定 晶片出口 難民安置 食品安全 漁業資源 ' +
  '水庫存量 電價調整 學費上漲 醫院擴建 機場跑道 網絡安全 隱私條例 退休基金 土地開墾 古蹟修復 地震重建 森林火災 核電廠檢修 糧食儲備 ' +
  '匯率波動 失業率 旅遊限制 邊境檢查 電影審查 新聞自由 青少年吸煙 流感疫情 動物保護 垃圾分類 太空計劃 高鐵票價'
).split(' ');
const ACTS = (
  '公布新方案 展開調查 推遲表決 簽署協議 否決提案 追加撥款 召開緊急會議 提出上訴 暫停服務 公開道歉 發表報告 拒絕評論 恢復談判 ' +
  '撤回申請 擴大範圍 取消補貼 下調預測 邀請專家 開放諮詢 設立專責小組'
).split(' ');
const REASONS =
  '人手不足 成本上升 民意反彈 天氣惡劣 法律爭議 設備老化 資料外洩 供應短缺 國際壓力 財政赤字 程序出錯 安全隱患 需求下降 技術未成熟 居民投訴'.split(
    ' ',
  );
const VERBS = '表示 指出 強調 認為 透露 重申 警告 承認 補充'.split(' ');
const EFFECTS = (
  '受影響的居民可以在下月底前登記 有關開支將由儲備支付 第一階段工程會在秋季動工 詳情仍待雙方磋商 學者質疑數字並不可靠 市場反應普遍冷淡 ' +
  '反對者計劃在週末遊行 國會將於年底檢討成效 鄰近地區也會採取類似措施 當局沒有說明如何補償商戶 業界希望政府延長寬限期 家長擔心孩子的學業'
).split(' ');
const OUTLETS = '海峽日報 港灣新聞 東方快訊 環球觀察 都會週刊'.split(' ');

/** Numbers of 0…1 that only look random (Mulberry32, public domain, Tommy Ettinger). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `count` articles as Markdown with front matter, of the length of news: 600 to 2,400 characters. */
export function* madeUpArticles(count: number): Generator<string> {
  const random = createRandom(2023);
  const below = (limit: number): number => Math.floor(random() * limit);
  const one = (list: readonly string[]): string => list[below(list.length)] ?? '';
  const person = (): string => one(SURNAMES) + one(GIVEN) + (random() < 0.7 ? one(GIVEN) : '');
  for (let n = 0; n < count; n++) {
    const [place, subject, body, act] = [one(PLACES), one(SUBJECTS), one(BODIES), one(ACTS)];
    const [official, critic] = [person(), person()];
    const office = one(OFFICES);
    const day = new Date(Date.UTC(2015, 0, 1 + below(3000))).toISOString().slice(0, 10);
    const sentence = (): string => {
      const shape = below(6);
      const year = 2010 + below(14);
      if (shape === 0)
        return `${place}${body}${office}${official}${one(VERBS)}，${subject}涉及${below(900) + 3}人，${one(EFFECTS)}。`;
      if (shape === 1)
        return `根據${one(BODIES)}在${year}年的統計，${one(PLACES)}的${one(SUBJECTS)}開支達${below(800) + 5}億元，比前一年多${below(40) + 1}%。`;
      if (shape === 2) return `${critic}${one(VERBS)}：「${one(REASONS)}才是${subject}的癥結，${one(EFFECTS)}。」`;
      if (shape === 3) return `由於${one(REASONS)}，${one(BODIES)}早前決定就${one(SUBJECTS)}${one(ACTS)}。`;
      if (shape === 4)
        return `${one(PLACES)}與${place}的${one(BODIES)}將在${below(12) + 1}月${below(28) + 1}日再次會面，討論${subject}及${one(SUBJECTS)}。`;
      return `${one(EFFECTS)}，${person()}對此不願多談，只說${one(REASONS)}的問題由來已久。`;
    };
    const paragraphs = Array.from({ length: 4 + below(8) }, () =>
      Array.from({ length: 3 + below(4) }, sentence).join(''),
    );
    yield `---
title: "${place}${body}就${subject}${act}　${official}：${one(REASONS)}"
date: "${day}"
source: "${OUTLETS[n % OUTLETS.length]}"
---

${paragraphs.join('\n\n')}
`;
  }
}
