import { afterAll } from 'vitest';
import { openDiscord } from '../../support/discord-server/server.ts';
import { adapterContract } from '../adapter.contract.ts';
import { botOn, textOf } from './running-bot.ts';

const discord = await openDiscord();

afterAll(async () => await discord.close());

adapterContract('discord', {
  create: (parts) => ({
    adapter: botOn(discord, parts).bot,
    say: async (text) => textOf(await discord.answerTo(discord.use('ask', { question: text }))),
  }),
  hostile: {
    text: '@everyone <@1> **evil** ||hidden|| [here](https://evil.example) https://evil.example <t:1> \u202etxet # x',
    danger: /(?<!\\)(?:@everyone|<@1>|\*\*evil|\|\||\[here\]\(|<t:)|https:\/\/evil|\u202e/,
  },
});
