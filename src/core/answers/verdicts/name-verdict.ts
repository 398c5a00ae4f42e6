import type { Verdict } from '../../reading/claims.ts';
import { statementsOf } from '../../statements/statements-of.ts';
import { isCalled, isPersonal } from '../../statements/is-called.ts';
import type { ParsedQuestion } from '../../question/parse-question.ts';
import { langWords } from '../../text/lang-data.ts';
import { foldScript } from '../../text/script.ts';
import type { Candidate } from './candidate.ts';

// Nobody is called by the first two characters of a name of three.
const WHOLE = 3;

/** Whether a sentence is of somebody whose name only begins like one of the question: 李伟民, where 李伟 is asked about. */
export function nameVerdict({ question: { parsed }, article, folded, names }: Candidate): Verdict {
  const others = new Map(
    statementsOf(article, names).flatMap(({ speaker, addressee }) =>
      [speaker, addressee].flatMap((party) => (party === null ? [] : [[foldScript(party.name), party] as const])),
    ),
  );
  for (const [name, party] of others) {
    if (name.length !== WHOLE || !isPersonal(name) || !folded.includes(name) || parsed.folded.includes(name)) continue;
    const short = name.slice(0, -1);
    const at = parsed.folded.indexOf(short);
    if (at < 0 || isCalled({ name: nameAt(parsed, at), entry: null }, party, names)) continue;
    return foldScript(article.text).replaceAll(name, ' ').includes(short) ? 'absent' : 'contradicted';
  }
  return 'absent';
}

// With its third character where that may be one of a name: 楊潔箎, which is misspelt.
function nameAt({ folded, answerType }: ParsedQuestion, at: number): string {
  const last = at + WHOLE - 1;
  const isAsking = answerType !== null && last >= answerType.start && last < answerType.end;
  return folded.slice(at, isAsking || FUNCTION.has(folded.charAt(last)) ? last : last + 1);
}

const FUNCTION: ReadonlySet<string> = new Set(langWords('zh/function-characters').join(''));
