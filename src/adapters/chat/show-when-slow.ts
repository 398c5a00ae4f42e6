/**
 * Calls `show` when `after` milliseconds have passed, and again `every` so many, until the returned function is called: to somebody who
 * waits it says that the bot is at work.
 */
export function showWhenSlow(show: () => void, { after, every }: { after: number; every: number }): () => void {
  const again = (): void => {
    timer = setTimeout(again, every);
    show();
  };
  let timer = setTimeout(again, after);
  return () => clearTimeout(timer);
}
