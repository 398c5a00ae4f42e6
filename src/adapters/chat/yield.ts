import { setImmediate as otherEvents } from 'node:timers/promises';

/**
 * Lets callers go on one by one, with all other events of the program between them: work that takes a while without waiting for anything,
 * such as answering a question, would else be done for everybody who asked at the same time before anybody is answered.
 */
export function createYield(): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return async () => await (last = last.then(async () => await otherEvents()));
}
