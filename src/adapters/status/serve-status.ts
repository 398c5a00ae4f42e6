import type { ServerResponse } from 'node:http';
import type { Handler, HttpPorts } from '../http/ports.ts';
import type { Health } from './health.ts';
import type { Metrics } from './metrics.ts';

/** A port on which the running program says how it is. */
export interface StatusPort {
  readonly port: number;
  /** Whether it gives figures as well as health. */
  readonly hasMetrics: boolean;
}

interface StatusOptions {
  readonly ports: HttpPorts;
  readonly health: Health;
  readonly metrics: Metrics;
}

/**
 * Serves `/healthz` and `/readyz` (200, or 503 with a line for each part that is not well) and `/metrics`. Resolves, when all ports are
 * listened on, to what closes them; rejects with a sentence where one cannot be.
 */
export async function serveStatus(
  wanted: readonly StatusPort[],
  { ports, health, metrics }: StatusOptions,
): Promise<() => Promise<void>> {
  const opened: { readonly close: () => Promise<void> }[] = [];
  const close = async (): Promise<void> => void (await Promise.all(opened.map(async (port) => await port.close())));
  for (const { port, hasMetrics } of wanted) {
    try {
      const own = await ports.open(port);
      opened.push(own);
      own.serve('/healthz', verdictOf(health.health));
      own.serve('/readyz', verdictOf(health.readiness));
      if (hasMetrics) own.serve('/metrics', textOf(metrics));
    } catch (fault) {
      await close();
      throw fault;
    }
  }
  return close;
}

const PLAIN = { 'content-type': 'text/plain; charset=utf-8' };

const verdictOf = (judge: Health['health']): Handler =>
  readOnly(async (response) => {
    const { isGood, lines } = await judge();
    response.writeHead(isGood ? 200 : 503, PLAIN).end(`${isGood ? 'ok' : lines.join('\n')}\n`);
  });

const textOf = ({ text, contentType }: Metrics): Handler =>
  readOnly(async (response) => {
    response.writeHead(200, { 'content-type': contentType }).end(await text());
  });

const readOnly =
  (answer: (response: ServerResponse) => Promise<void>): Handler =>
  async (request, response) => {
    if (request.method === 'GET' || request.method === 'HEAD') await answer(response);
    else response.writeHead(405, { allow: 'GET, HEAD' }).end();
  };
