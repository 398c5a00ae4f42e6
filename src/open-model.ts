import type { ChoosingModel } from './adapters/cli/context.ts';
import type { Config } from './config.ts';
import type { ExternalReader } from './core/index.ts';
import type { Logger } from './logger.ts';

/** A model that is ready to choose. */
export interface OpenedModel {
  readonly reader: ExternalReader;
  readonly about: ChoosingModel;
}

/** Makes the reader of the model that the configuration names. It is loaded only then: most runs have none. */
export const modelOpener = (given: NonNullable<Config['reader']>, logger: Logger) => async (): Promise<OpenedModel> => {
  const [{ createChatClient }, { createModelReader }] = await Promise.all([
    import('./models/chat-client.ts'),
    import('./models/model-reader.ts'),
  ]);
  const { model: name, timeout, atOnce, when } = given;
  const { host } = new URL(given.url);
  let lastFault: string | null = null;
  let isResting = false;
  const { forQuestion, stats } = createModelReader({
    model: name,
    client: createChatClient(given),
    timeout,
    atOnce,
    onFault: ({ code, message }) => {
      // One line says that it rests; what failed before is the reason, and is told.
      const level = code === 'resting' && isResting ? 'debug' : 'warn';
      isResting = code === 'resting';
      if (!isResting) lastFault = message;
      logger[level](`The model at ${host} (${code}): ${message} The built-in reading answered.`);
    },
  });
  return { reader: { forQuestion, when }, about: { name, host, lastFault: () => lastFault, figures: stats } };
};
