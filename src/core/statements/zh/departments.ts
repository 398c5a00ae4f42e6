import { langWords } from '../../text/lang-data.ts';
import { lexicon, verbAt } from './lexicon.ts';
import { isHan, type ZhText } from './zh-text.ts';

const JOINING = new Set(langWords('zh/department-joining'));
// UTF-16 units of what stands behind 及 in the name of a department: 及傳染病中心.
const LONGEST_REST = 9;

/**
 * Whether 及 at a place joins no two speakers but stands inside the name of one department, by the office behind it: 食物及衞生局
 * 局長. 警方及保安局局長 are two: each could speak alone.
 */
export function isInDepartment({ masked }: ZhText, at: number): boolean {
  if (!JOINING.has(masked.charAt(at))) return false;
  const { bodies, offices } = lexicon();
  const couldSpeak = Math.max(bodies.startBefore(masked, at), offices.startBefore(masked, at)) >= 0;
  for (let end = at + 2; end <= at + LONGEST_REST; end++) {
    if (!isHan(masked.charCodeAt(end - 1)) || verbAt(masked, end - 1) !== null) return false;
    const body = bodies.startBefore(masked, end);
    // 局 and 局長 share a character.
    const hasOffice = Math.max(offices.endAt(masked, end), offices.endAt(masked, end - 1)) > end;
    if (body > at && hasOffice) return !couldSpeak || body > at + 1;
  }
  return false;
}
