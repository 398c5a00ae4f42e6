import type { Agent } from 'node:https';

/** Carries requests through an HTTP proxy (CONNECT), whatever they are to. Its library is loaded only where one is set up. */
export async function proxyAgent(url: string | null): Promise<Agent | null> {
  if (url === null) return null;
  const { HttpsProxyAgent } = await import('https-proxy-agent');
  return new HttpsProxyAgent(url);
}
