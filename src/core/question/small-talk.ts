import { foldScript } from '../text/script.ts';

export type SmallTalk = 'hello' | 'thanks' | 'help' | 'goodbye';

// Whole utterances only: 「你好」 is a greeting, 「你好在哪裡」 is none.
const PATTERNS: readonly (readonly [SmallTalk, RegExp])[] = [
  [
    'hello',
    /^(?:(?:你|您|大家|各位|哈)[好喽啰罗]|[你您]好(?:吗|啊|呀)|哈[喽啰罗罗]|嗨|喂|早(?:上好|安|晨)?|午安|下午好|晚上好|晚安|在吗|有人吗|食咗饭未|hi+(?: there| everyone| all)?|hello+(?: there| world)?|hey+(?: there)?|yo|good (?:morning|afternoon|evening|day)|greetings|howdy|how are you(?: doing)?)$/,
  ],
  [
    'thanks',
    /^(?:(?:好的?)? ?(?:非常|十分|太)?(?:多谢|谢谢|感谢|感恩|唔该|谢)(?:晒|你们?|您|了|啦|喇|哦|啊|呀|帮忙|大家)*|thanks?(?: you)?(?: so much| very much| a lot)?|thx|ty|cheers|much appreciated)$/,
  ],
  [
    'help',
    /^(?:帮助|帮忙|说明|使用说明|使用方法|怎么用|怎样用|如何使用|点用|点样用|你(?:是谁|系边个|是什么|系咩|叫什么(?:名字)?|会什么|能做什么|可以做什么|识做咩|有什么功能|懂什么)|help(?: me)?|how (?:do(?:es)? (?:i|this|it|you) )?(?:use|work)(?: this| it| you)?|how does (?:this|it) work|who are you|what are you|what can you do|what can i ask|usage|commands?)$/,
  ],
  ['goodbye', /^(?:再见|再会|拜拜|拜|下次见|走了|good ?bye|bye(?: bye)?|see you(?: later)?|cya|quit|exit)$/],
];

/** What kind of small talk an utterance is as a whole, or null where it is none. */
export function smallTalk(text: string): SmallTalk | null {
  const bare = foldScript(text)
    .replace(/(?:[\s!?.,。，、~…'"·:;\-()（）【】\p{Extended_Pictographic}]|\u200d|\ufe0f)+/gu, ' ')
    .trim();
  for (const [kind, pattern] of PATTERNS) if (pattern.test(bare)) return kind;
  return null;
}
