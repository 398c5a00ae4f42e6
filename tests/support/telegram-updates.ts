/** An update, which Telegram keeps until it was taken. */
export interface Update {
  readonly update_id: number;
}

type Values = Readonly<Record<string, unknown>>;

/** Milliseconds before an update that was not taken is delivered to a webhook again. */
const REDELIVERY = 20;
const BATCH = 100;

/** Updates as Telegram hands them out: by long polling with offsets, or to a webhook with its secret. */
export function createUpdateQueue() {
  let updates: Update[] = [];
  let nextId = 500;
  let poller: (() => void) | null = null;
  let webhook = { path: '', secret: '' };
  let port = 0;
  let wake = (): void => undefined;

  const deliver = async (update: Update): Promise<void> => {
    while (updates.includes(update)) {
      const taken = await fetch(`http://127.0.0.1:${port}${webhook.path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': webhook.secret },
        body: JSON.stringify(update),
      }).then(
        ({ ok }) => ok,
        () => false,
      );
      if (taken) updates = updates.filter((each) => each !== update);
      else await new Promise((resolve) => setTimeout(resolve, REDELIVERY));
    }
  };

  return {
    /** Adds an update and returns its id. */
    add(update: Values): number {
      const added = { update_id: nextId++, ...update };
      updates.push(added);
      if (webhook.path !== '') void deliver(added);
      wake();
      return added.update_id;
    },
    /** One poll: at once where there are updates, else when there are, or when its time is over. A second poll ends the first. */
    async poll(
      { offset = 0, timeout = 0, limit = BATCH }: Values,
      gone: Promise<void>,
    ): Promise<Update[] | 'conflict'> {
      poller?.();
      updates = updates.filter(({ update_id: id }) => id >= Number(offset));
      const batch = (): Update[] => updates.slice(0, Number(limit));
      if (updates.length > 0 || Number(timeout) === 0) return batch();
      const result = await new Promise<'news' | 'conflict' | 'over'>((resolve) => {
        poller = () => resolve('conflict');
        wake = () => resolve('news');
        const timer = setTimeout(() => resolve('over'), Number(timeout) * 1000);
        const leave = (): void => {
          clearTimeout(timer);
          resolve('over');
        };
        gone.then(leave, leave);
      });
      if (result === 'conflict') return 'conflict';
      poller = null;
      return batch();
    },
    setWebhook(url: string, secret: string): void {
      webhook = { path: url === '' ? '' : new URL(url).pathname, secret };
      if (url !== '') for (const update of updates) void deliver(update);
    },
    deliverTo(at: number): void {
      port = at;
    },
    get waiting() {
      return updates.length;
    },
    close(): void {
      updates = [];
      poller?.();
    },
  };
}
