import { describe, expect, test } from 'vitest';
import { foldScript } from '../../../src/core/text/script.ts';
import { langTable } from '../../../src/core/text/lang-data.ts';
import { EXAMPLES } from './list-examples.ts';

// Lines that are ends of other words as well, so that the example of their list reads them otherwise.
const OTHERWISE: Readonly<Record<string, string>> = {
  surnames: '司 党 原 台 司徒 司馬',
  transliteration: '道 孔 吕 沙',
  'non-names':
    '文件 文章 方面 成員 章程 紀錄 遊客 司機 商界 商人 宣言 有人 眾人 前人 所有人 何處 平台 高層 高官 海關 路透 路透社 周刊 商會 黨員 黨派 全部 原告 當局 空軍 師生 記者 作者 學者 患者 死者 傷者 長者',
  'function-compounds':
    '所以 可以 以及 以免 以便 以至 正當 使用 以為 都會 還有 還是 或者 即是 就是 也是 又是 為何 為甚麼 如同 就算 據點 認為 當中 除非 連任 連鎖 連接 連線 並非 只有 只要 惟一 而已 而立 即使 談話 同意 認同',
  relations: '幕僚 經理人 經紀人 聲明 公報 報告 新聞稿 信件 證供 供詞 口供',
  bodies: '會',
  'clause-characters': '都',
  negations: '並未 並無 並沒有 從未 從來沒有',
};

describe.each(Object.entries(EXAMPLES))('%s', (list, holds) => {
  const otherwise = new Set((OTHERWISE[list] ?? '').split(' ').map(foldScript));
  const lines = [...langTable(`zh/${list}`)].filter(([word]) => !otherwise.has(word));
  test('every line is read in its example', () =>
    expect(lines.filter(([word, value]) => !holds(word, value)).map(([word]) => word)).toEqual([]));
});
