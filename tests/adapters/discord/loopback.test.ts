// The loopback Discord is what everything else here is judged by: that it notices what the real one refuses.
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { CHANNEL_ID, TOKEN } from '../../support/discord-server/entities.ts';
import { checkFacts } from '../../support/discord-server/facts.ts';
import { openDiscord, type DiscordServer } from '../../support/discord-server/server.ts';
import { faultsOf } from '../../support/discord-server/schema.ts';

let discord: DiscordServer;

const send = async (method: string, path: string, body?: unknown, token = TOKEN): Promise<Response> =>
  await fetch(`${discord.apiUrl}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

const QUIET = { allowed_mentions: { parse: [] } };
const row = (count: number, id = 'x') => ({
  type: 1,
  components: Array.from({ length: count }, (_, n) => ({ type: 2, style: 1, label: 'x', custom_id: `${id}${n}` })),
});
const command = (more: object) => [{ type: 1, name: 'ask', description: 'x', ...more }];
const text = (length: number) => 'x'.repeat(length);

describe('a message that Discord would refuse', () => {
  afterEach(async () => await discord.close().catch(() => undefined));

  it.each([
    ['mentions', { content: 'x' }],
    ['empty', { ...QUIET }],
    ['content', { ...QUIET, content: text(2001) }],
    ['6000', { ...QUIET, embeds: [{ description: text(4000) }, { description: text(2001) }] }],
    ['rows', { ...QUIET, content: 'x', components: Array.from({ length: 6 }, (_, n) => row(1, `r${n}`)) }],
    ['buttons', { ...QUIET, content: 'x', components: [row(6)] }],
    ['custom_id', { ...QUIET, content: 'x', components: [row(1), row(1)] }],
  ])('for its %s is noticed', async (what, body) => {
    discord = await openDiscord();
    await send('POST', `/channels/${CHANNEL_ID}/messages`, body);
    await expect(discord.close()).rejects.toThrow(what);
  });

  it.skipIf(checkFacts === null).each([
    ['description has 4097', { ...QUIET, embeds: [{ description: text(4097) }] }],
    ['embeds[0].author', { ...QUIET, embeds: [{ author: { name: text(257) } }] }],
    ['custom_id has 101', { ...QUIET, content: 'x', components: [row(1, text(100))] }],
    ['flags', { ...QUIET, content: 'x', flags: 'ephemeral' }],
  ])('by the OpenAPI description (%s) is noticed', async (what, body) => {
    discord = await openDiscord();
    await send('POST', `/channels/${CHANNEL_ID}/messages`, body);
    await expect(discord.close()).rejects.toThrow(what);
  });

  it.each([
    ['no name', command({ name: 'Ask it' })],
    ['required option', command({ options: [option('a', false), option('b', true)] })],
    ['two options', command({ options: [option('a', true, '甲'), option('b', true, '甲')] })],
    ['no description', command({ description: '' })],
  ])('of commands (%s) is noticed', async (what, body) => {
    discord = await openDiscord();
    await send('PUT', '/applications/1/commands', body);
    await expect(discord.close()).rejects.toThrow(what);
  });

  it('is all that is noticed', async () => {
    discord = await openDiscord();
    const { status } = await send('POST', `/channels/${CHANNEL_ID}/messages`, {
      ...QUIET,
      content: 'x',
      components: [row(5)],
    });
    expect(status).toBe(200);
    await expect(discord.close()).resolves.toBeUndefined();
  });
});

const option = (name: string, required: boolean, chinese?: string) => ({
  type: 3,
  name,
  description: 'x',
  required,
  ...(chinese === undefined ? {} : { name_localizations: { 'zh-TW': chinese } }),
});

describe('an answer to an interaction', () => {
  afterEach(async () => await discord.close());

  /** Opens a Discord with one interaction in hand; its gateway has nobody to tell of it. */
  async function asked() {
    discord = await openDiscord();
    const socket = new WebSocket(discord.apiUrl.replace(/^http(.*)\/api$/, 'ws$1'));
    await new Promise((opened) => socket.once('open', opened));
    socket.send(JSON.stringify({ op: 2, d: { token: TOKEN, intents: 1 } }));
    await discord.until(() => discord.gateway.counts.identified === 1, 'a session');
    const exchange = discord.use('ask', { question: 'x' });
    const acknowledge = async () => {
      const response = await send('POST', `/interactions/${exchange.id}/${exchange.token}/callback`, { type: 5 });
      return response.status === 204 ? 204 : ((await response.json()) as { readonly code: number }).code;
    };
    const edit = async () =>
      (await send('PATCH', `/webhooks/1/${exchange.token}/messages/@original`, { ...QUIET, content: 'x' })).status;
    return { exchange, acknowledge, edit };
  }

  it('is taken once', async () => {
    const { acknowledge } = await asked();
    expect([await acknowledge(), await acknowledge()]).toEqual([204, 40060]);
  });

  it('is refused after 3 seconds', async () => {
    const { exchange, acknowledge } = await asked();
    exchange.sentAt -= 3_001;
    expect(await acknowledge()).toBe(10062);
  });

  it('cannot be put in place before it was acknowledged', async () => {
    const { acknowledge, edit } = await asked();
    expect(await edit()).toBe(404);
    await acknowledge();
    expect(await edit()).toBe(200);
  });
});

describe('everything else', () => {
  it('needs the token', async () => {
    discord = await openDiscord();
    expect((await send('GET', '/gateway/bot', undefined, 'wrong')).status).toBe(401);
    await discord.close();
  });

  it.each([
    [{ type: 'integer', minimum: 1 }, 0, 1],
    [{ type: ['string', 'null'], minLength: 2, pattern: '^a' }, null, 0],
    [{ type: ['string', 'null'], minLength: 2, pattern: '^a' }, 'b', 2],
    [{ oneOf: [{ const: 1 }, { type: 'string' }] }, 2, 1],
    [{ type: 'array', items: { type: 'string' }, maxItems: 1, uniqueItems: true }, ['a', 'a', 1], 3],
    [
      { type: 'object', properties: { a: { enum: [1] } }, required: ['b'], additionalProperties: { type: 'null' } },
      { a: 2, c: 3 },
      3,
    ],
  ])('is checked against schemas: %j of %j has %i faults', (schema, value, faults) =>
    expect(faultsOf(value, schema, () => ({}))).toHaveLength(faults),
  );
});
