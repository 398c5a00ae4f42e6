import { afterAll, expect, it } from 'vitest';
import { telegramBot } from '../../support/telegram-harness.ts';
import { person } from '../../support/telegram-people.ts';
import { telegramServer } from '../../support/telegram-server.ts';
import { adapterContract } from '../adapter.contract.ts';

const server = await telegramServer();

adapterContract('telegram', {
  create(parts) {
    const { bot } = telegramBot(server, parts);
    return { adapter: bot, say: async (text) => (await person(server).says(text)).html };
  },
  hostile: {
    text: '<a href="javascript:alert(1)">x</a></blockquote><b>&lt;b&gt; @everyone "><script>',
    danger: /<a href="(?!https?:)|<script|<b>&lt;b|&amp;amp;|@everyone/,
  },
});

it('never sent anything that Telegram would refuse', () => expect(server.complaints).toEqual([]));

afterAll(async () => await server.close());
