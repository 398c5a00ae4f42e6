import { createChatClient } from '../../src/models/chat-client.ts';
import { createModelReader } from '../../src/models/model-reader.ts';
import { madeUpArchive, type MadeUp, type MadeUpArchive } from './made-up-archive.ts';
import { choice, modelServer } from './model-server.ts';

/** How a model is: it answers, takes too long, fails, or its server is gone. */
export const MOODS = ['well', 'slow', 'failing', 'gone'] as const;

export interface MoodyArchive extends MadeUpArchive {
  /** How the model is from now on; a pause that faults have led to is over. */
  readonly is: (mood: (typeof MOODS)[number]) => void;
  /** Holds whatever it is asked until what is returned is called. */
  readonly hold: () => () => void;
  /** What the model was asked, and how it failed. */
  readonly faults: () => Readonly<Record<string, number>>;
  readonly close: () => Promise<void>;
}

const WARM_UP = ['渡輪何時復航？', '誰說風浪減弱？', 'When does the ferry run?'];

/** Milliseconds that a question waits for the model: where it does not answer, and where it does, however busy the machine is. */
const TIMEOUT = 100;
const PATIENCE = 60_000;
/** More than the model is left alone for after faults in a row; in milliseconds. */
const PAUSE = 61_000;

/** An archive with a model of the keeper's own on loopback that is not always well. */
export async function moodyArchive(reports: Readonly<Record<string, MadeUp>>): Promise<MoodyArchive> {
  const server = await modelServer();
  let clock = 0;
  const client = createChatClient({ url: server.url, model: 'moody', key: null });
  const modelWith = (timeout: number) =>
    createModelReader({ model: 'moody', client, timeout, atOnce: 2, now: () => clock + performance.now() });
  const [hurried, patient] = [modelWith(TIMEOUT), modelWith(PATIENCE)];
  let model = patient;
  const archive = await madeUpArchive(reports, { when: 'all', forQuestion: () => model.forQuestion() });
  // As the program does before it connects: the first questions of a run take ten times as long as later ones.
  for (const text of WARM_UP) await archive.ask({ text, builtIn: true });
  return {
    ...archive,
    is(mood) {
      clock += PAUSE;
      model = mood === 'slow' ? hurried : patient;
      server.play(({ user }) => {
        if (mood === 'slow') return { fault: 'hang' };
        if (mood === 'failing') return { status: 500 };
        if (mood === 'gone') return { fault: 'reset' };
        return answer(user);
      });
    },
    hold() {
      let release = (): void => undefined;
      const held = new Promise<void>((resolve) => (release = resolve));
      server.play(async ({ user }) => {
        await held;
        return answer(user);
      });
      return () => release();
    },
    faults: () => ({ ...hurried.stats().faults, ...patient.stats().faults }),
    close: async () => await server.close(),
  };
}

const answer = ({ languages }: { readonly languages?: readonly string[] }): string =>
  languages === undefined ? choice([1]) : '{"terms":["渡輪"]}';

/** Reports of which the questions of a soak ask. */
export const FERRIES: Readonly<Record<string, MadeUp>> = {
  ferry: { paragraphs: ['渡輪復航', '渡輪星期一復航，班次減半。', '船長表示，風浪已經減弱。'], outlet: '河畔日報' },
  fare: { paragraphs: ['渡輪加價', '渡輪公司申請加價一成，六月一日起生效。'], outlet: '山城日報' },
};
