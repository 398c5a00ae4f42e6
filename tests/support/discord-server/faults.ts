/** What happens to a request instead of an answer; `retryAfter` in seconds. */
export type Fault =
  | { readonly kind: 'status'; readonly status: 401 | 403 | 404 | 500 | 502 | 503; readonly code?: number }
  | { readonly kind: 'rate-limit'; readonly retryAfter: number }
  | { readonly kind: 'reset' }
  /** The request has its effect; only the answer to it is lost. */
  | { readonly kind: 'lost-reply' };

export interface FaultScript {
  /** The next `times` requests whose method and path match meet with `fault`. */
  readonly script: (match: RegExp, fault: Fault, times?: number) => void;
  /** The fault that this request meets with, used up. */
  readonly next: (method: string, path: string) => Fault | null;
}

export function createFaultScript(): FaultScript {
  const waiting: { readonly match: RegExp; readonly fault: Fault; left: number }[] = [];
  return {
    script(match, fault, times = 1) {
      waiting.push({ match, fault, left: times });
    },
    next(method, path) {
      const found = waiting.find(({ match, left }) => left > 0 && match.test(`${method} ${path}`));
      if (found === undefined) return null;
      found.left -= 1;
      return found.fault;
    },
  };
}
