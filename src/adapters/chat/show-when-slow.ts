/**
 * Does some work, and calls `show` when that has taken `after` milliseconds, and again `every` so many until it is done: to somebody who
 * waits it says that the bot is at work.
 */
export async function showWhenSlow<T>(
  work: () => Promise<T>,
  { show, after, every }: { readonly show: () => void; readonly after: number; readonly every: number },
): Promise<T> {
  const again = (): void => {
    timer = setTimeout(again, every);
    show();
  };
  let timer = setTimeout(again, after);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}
