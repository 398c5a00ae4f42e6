import type { ArchiveFacts, Filters, Gap, Slot, Said } from '../core/index.ts';
import { NAMED_OUTLETS, type Catalogue } from './catalogue.ts';
import { wholePeriod } from './period.ts';

export const en: Catalogue = {
  reject: {
    empty: 'Please ask a question, for example: When is Blinken expected to visit China?',
    noWords: 'There is nothing to search for in that. Please ask in words, in Chinese or in English.',
    tooLong: (length, limit) =>
      `That is ${length} characters long; please ask in at most ${limit}. One question at a time works best.`,
    badDate: (given) => `“${given}” is not a date. Please write it as 2023-10-28, 2023-10 or 2023.`,
    datesReversed: (since, until) => `The first day (${since}) lies after the last (${until}). Please swap them.`,
    unknownOutlet: (given, known) =>
      `No outlet called “${given}” is in this corpus. There ${known.length === 1 ? 'is' : 'are'}: ${known.join(', ')}.`,
    unknownAuthor: (given, known) =>
      `No author called “${given}” is in this corpus. There are, for example: ${known.join(', ')}.`,
    unknownTag: (given, known) =>
      `Nothing in this corpus is tagged “${given}”. There are, for example: ${known.join(', ')}.`,
  },
  noContext: 'Who or what is that about? Please name it, for example: What did Yang Jiechi say about Taiwan?',
  notFound: 'The coverage in this corpus does not answer that.',
  noReports: 'The corpus has no report within those limits.',
  notFoundInPart: 'The part of the archive that responded does not answer that.',
  gap,
  period,
  leads: 'Near, but not an answer:',
  leadsOf: { speaker: 'On other matters:', subject: 'On the subject, but not in their words:' },
  nearest: 'Nearest in the corpus:',
  unmatched: (words) => `Not mentioned anywhere in the corpus: ${words.join(', ')}.`,
  greeting: {
    hello: 'Hello. Ask me what the coverage says, and I will quote it with its source.',
    thanks: 'You are welcome.',
    help: 'Ask a question in Chinese or in English. I answer only with what the articles say, word for word, and name the outlet, the date and the link. If the coverage does not hold the answer, I say so. You may go on from what was said, as with “What about Taiwan?”',
    goodbye: 'Goodbye.',
    noted: 'Good. What else would you like to know?',
  },
  about: {
    articles: (facts) => `${holding(facts)}.`,
    outlets: (facts) => `${holding(facts)}: ${facts.outlets.join(', ')}.`,
    days: ({ since, until }) =>
      since === null || until === null
        ? 'The reports in this corpus have no dates.'
        : `The corpus has reports from ${since} to ${until}.`,
    subjects: (facts) =>
      `${holding(facts)}${span(facts)}. ${subjectsOf(facts)}Ask about a person, a place or an event to see what they say.`,
    identity: () =>
      'I am Readout, a program that looks up news reports. I quote what they say, word for word, with the source, and write nothing of my own.',
    wrong: () =>
      'I may have misread the question. Please ask it again with the names and days you mean, or open the source to check.',
    certain: () =>
      'What I quote stands in the report word for word; whether it is true I cannot tell. Please open the source to check.',
  },
  saidBy: (said) => saidBy(said),
  writtenBy: (author) => (author === null ? 'no author named' : `by ${author}`),
  polarity: { yes: 'Yes', no: 'No', mixed: 'Accounts differ' },
  part: (number) => `Question ${number}`,
  partial: 'Part of the archive did not respond, so there may be more.',
  readByModel: '◇ read by a language model',
  digestOf: (outlet) => `digest of ${outlet}`,
  unknownOutlet: 'outlet unknown',
  articleKinds: { opinion: 'opinion', reprint: 'reprint', satire: 'satire', transcript: 'transcript' },
  kindNames: { news: 'news', opinion: 'opinion', reprint: 'reprint', satire: 'satire', transcript: 'transcript' },
  ofKind: (outlet, kind) => `${outlet}, ${kind}`,
  undated: 'undated',
  sources: 'Sources',
  speaker: (name) => `${name}: `,
  alsoReported: 'Also reported:',
  filtered: (filters) => `Only ${described(filters)}.`,
  sessionFilters: {
    now: (filters) => `From now on, only ${described(filters)}.`,
    are: (filters) => `At present, only ${described(filters)}.`,
    none: 'No filters are set: questions search the whole corpus.',
    drop: 'Type /anywhere to remove the filters.',
    outlets: (known) => `Outlets in this corpus: ${known.join(', ')}.`,
    authors: (known) => `Authors in this corpus, for example: ${known.join(', ')}.`,
    tags: (known) => `Tags in this corpus, for example: ${known.join(', ')}.`,
    kinds: (known) => `Kinds of articles in this corpus: ${known.join(', ')}.`,
    unknownKind: (given, known) => `“${given}” is no kind of article. There are: ${known.join(', ')}.`,
  },
  covered: (first, last) => `The corpus has reports from ${first} to ${last}.`,
  unfiltered: 'Without those filters, the nearest in the corpus:',
  understood: (question) => `Understood as: ${question}`,
  quotesAreForeign: 'The quotes are in Chinese, as the reports have them.',
  named: (local, own) => `${local} (${own})`,
  reportedBy: (speaker, reporter) => `${speaker}, reported by ${reporter}`,
  comparison: {
    ofWhat:
      'Compare the reports of what? Please name it, for example: How did the outlets report the October 2023 meeting?',
    silent: (outlets) => `Nothing on this in this corpus from: ${outlets.join(', ')}.`,
    only: 'Only here:',
    copyOf: (outlet, origin) => `${outlet} (nearly word for word the text of ${origin})`,
    differences: { figure: 'The figures differ:', day: 'The dates differ:' },
  },
  timeline: { published: (day) => `${day} (day of the report)`, alsoIn: 'Also:' },
  listedBy: (outlets) => `Reported by ${namedOf(outlets)}.`,
  listed: (total, shown) =>
    total === shown
      ? `${total} ${total === 1 ? 'article' : 'articles'}:`
      : `${total} articles, of which the newest ${shown}:`,
  listedFurther: (first, last, total) =>
    `${first === last ? `Number ${first}` : `Numbers ${first} to ${last}`} of ${total} articles:`,
  examples: ['How long did Blinken and Wang Yi meet?', 'What did Yang Jiechi say about Taiwan?', 'Cuba'],
  quoted: (quote) => `“${quote}”`,
  loaded: ({ articles, outlets, first, last, seconds }) =>
    `${articles} ${articles === 1 ? 'article' : 'articles'} from ${outlets} ${outlets === 1 ? 'outlet' : 'outlets'}${
      first === null ? '' : first === last ? `, ${first}` : `, ${first} to ${last}`
    }; ready in ${seconds.toFixed(1)} s.`,
  leftOut: (files) => `${files} ${files === 1 ? 'file was' : 'files were'} left out; the list of sources says why.`,
  articles: (count) => `${count} ${count === 1 ? 'article' : 'articles'}`,
  invitation: 'Ask a question in Chinese or in English, or type /help.',
  examplesHeading: 'Questions such as:',
  commandGroups: {
    reading: 'Read more, or see it another way (without a topic: on the last question):',
    filtering: 'Search only part of the coverage, until you remove the filter:',
    other: 'Other commands:',
  },
  commands: {
    help: 'this help',
    sources: 'which outlets and days the corpus covers',
    article: 'an article in full, by its number or id',
    more: 'more on the last question',
    compare: 'what each outlet says of it, side by side',
    timeline: 'what happened, oldest first',
    list: 'the articles on it, newest first',
    outlet: 'only one outlet; without a name, all outlets again',
    author: 'only one author; without a name, all authors again',
    tag: 'only one tag; without a name, all tags again',
    kind: 'only news, or only opinion; without a name, all kinds again',
    since: 'only from this day, month or year on',
    until: 'only up to this day, month or year',
    filters: 'which filters are set',
    anywhere: 'remove all filters, and ask the last question of the whole corpus',
    new: 'start afresh, without the questions and filters of before',
    lang: 'the language of the interface; auto follows the question',
    quit: 'leave',
  },
  placeholders: { topic: 'TOPIC', name: 'NAME', day: 'DAY' },
  commandExamples: ['/compare the October 2023 meeting', '/timeline Blinken', '/outlet RFA', '/since 2023-06'],
  unknownCommand: (given, nearest) =>
    `There is no command ${given}.${nearest === null ? ' Type /help for those there are.' : ` Did you mean ${nearest}?`}`,
  noMore: 'The coverage has nothing more on that.',
  nothingYet: 'Ask a question first.',
  whichArticle: 'Say which article: a number from the last answer, or its id.',
  unknownNumber: (given, first, last) =>
    `There is no number ${given} in the last answer. ${first === last ? `There is only ${first}.` : `There are ${first} to ${last}.`}`,
  largeArchive: (articles, { gigabytes, minutes }) =>
    `To read about ${articles.toLocaleString('en')} articles takes about ${minutes} min. and ${gigabytes} GB of memory, at every start. A saved index starts at once: readout index --index FILE`,
  quoteChanged: 'What was quoted from it has changed since.',
  unknownArticle: (given, near) =>
    `There is no article “${given}”.${near.length === 0 ? '' : ` The nearest: ${near.join(', ')}.`}`,
  whereIdsAre: ' The ids of articles are what readout ask --json calls articleId.',
  severalArticles: 'Several articles match. Choose one:',
  startedAnew: 'Starting afresh: earlier questions and filters no longer count.',
  whichLang: 'Choose one of zh-Hant, zh-Hans, en or auto.',
  langChosen: 'The interface is now in English.',
  langAuto: 'The interface now follows the question.',
  interruptAgain: 'Press Ctrl-C again to leave.',
  away: 'The archive, or the part of it that has this, does not respond at present. Please try again later.',
  fault: 'Something went wrong here. Please try again.',
  labels: {
    outlet: 'Outlet',
    author: 'Author',
    date: 'Date',
    link: 'Link',
    tags: 'Tags',
    section: 'Section',
    earlier: 'Earlier versions',
    latest: 'Latest version',
    copies: 'Same text',
  },
  chat: {
    asked: (question) => `Question: ${question}`,
    commands: {
      ask: 'ask what the coverage says',
      compare: 'what several outlets say, side by side',
      timeline: 'what happened, day by day',
      list: 'the articles on it, newest first',
      sources: 'which outlets and days the corpus covers',
      article: 'a source in full, by its number, words of its title or its id',
      lang: 'the language of the interface',
      privacy: 'what is stored about you',
      help: 'what you can ask',
    },
    description: (facts) =>
      `Ask what the news coverage says, and get it quoted word for word, with outlet, date and link. ${holding(facts)}${span(facts)}: ${namedOf(facts.outlets)}.`,
    shortDescription: (facts) =>
      `Quotes ${facts.articles} news articles word for word, with their sources${span(facts)}.`,
    inGroups:
      'In a group, mention me, reply to my answer or use /ask. To quote in any other chat, type my name and your question there.',
    quotesAsPrinted: 'Quotes are in the language of the reports.',
    joined: 'Hello. I quote the news coverage word for word, with its sources.',
    missing: {
      embeds: 'I lack the permission “Embed Links” here, so my answers are plain text.',
      history:
        'I lack the permission “Read Message History” here, so I cannot answer as a reply, nor see what is replied to.',
      send: 'I lack the permission “Send Messages” here, so only commands such as /ask work.',
    },
    noText: 'That message has no text that I could look up.',
    restarting: 'This bot is restarting. Please ask again in a moment.',
    titles: {
      answered: 'What the coverage says',
      'not-found': 'No answer in the coverage',
      comparison: 'What each outlet says',
      timeline: 'Timeline',
      listing: 'Articles',
      rejected: null,
      about: null,
      greeting: null,
    },
    titleInPart: 'No answer in the part that responded',
    menus: { passage: 'See a quote in context', article: 'Open an article' },
    untilRestart: 'This holds until the bot is restarted.',
    buttons: {
      more: 'More',
      passage: 'Context',
      wholeArticle: 'Whole article',
      readOn: 'Read on',
      anywhere: 'Search everything',
      inScript: { 'zh-Hant': 'in Traditional', 'zh-Hans': 'in Simplified' },
      auto: 'Follow the question',
      howTo: 'What can be asked?',
    },
    converted: {
      'zh-Hant': 'Converted to Traditional by machine; the original is in Simplified:',
      'zh-Hans': 'Converted to Simplified by machine; the original is in Traditional:',
    },
    sameInBothScripts: 'That reads the same in both scripts.',
    chooseLang: 'Which language should the interface use?',
    loading: (percent) =>
      percent === null
        ? 'I am still loading the archive. Please ask again in a moment.'
        : `I am still loading the archive (${percent} %). Please ask again in a moment.`,
    slowDown: (seconds) =>
      `You are asking faster than I can answer. Please wait ${seconds === 1 ? 'a second' : `${seconds} seconds`} and ask again.`,
    expired: 'That can no longer be shown: the question or the article has changed. Please ask again.',
    notAllowed: (chat) =>
      `This bot is not enabled for this chat. Its operator can allow the chat by its number: ${chat}.`,
    seenBy: (modelHost) =>
      `A language model at ${modelHost} sees your questions with the quotes that were found, and chooses among those.`,
    privacy: (modelHost) =>
      `Nothing that you write is stored. Questions are looked up on the machine that this bot runs on, ${modelHost === null ? 'without any other service' : `and a language model at ${modelHost} sees them, with the quotes that were found, and chooses among those`}. Until its next restart the bot remembers your last questions, to understand follow-ups, and the language that you chose. Its log contains no questions unless the operator is tracing a fault. For what this platform itself stores, see its own rules.`,
  },
  slash: {
    names: {
      ask: 'ask',
      compare: 'compare',
      timeline: 'timeline',
      list: 'list',
      sources: 'sources',
      article: 'article',
      lang: 'lang',
      privacy: 'privacy',
      help: 'help',
    },
    options: {
      question: { name: 'question', means: 'what you want to know, in Chinese or in English' },
      outlet: { name: 'outlet', means: 'only what this outlet reported' },
      author: { name: 'author', means: 'only what this author wrote' },
      tag: { name: 'tag', means: 'only what has this tag' },
      kind: { name: 'kind', means: 'only articles of this kind' },
      since: { name: 'since', means: 'from this day, month or year on, such as 2023-10' },
      until: { name: 'until', means: 'only up to and including this day, month or year' },
      private: { name: 'private', means: 'only you see the answer; you can share it afterwards' },
      article: { name: 'article', means: 'words of its title, its number in the last answer, or its id' },
      lang: { name: 'language', means: 'the language of the interface' },
    },
    askAboutThis: 'Ask the coverage about this',
    unread:
      'I cannot read that message: I see only what mentions me. In its menu, under Apps, choose “Ask the coverage about this”.',
    share: 'Share here',
    previous: 'Back',
    next: 'Next',
    commandsHeading: 'Commands:',
    followsDevice: 'The interface now has the language of your app.',
    otherWays:
      'Mention me with your question, or send me a direct message. To follow up, reply to my answer and leave “@ ON”. In threads too, mention me or reply to me: I see nothing else.',
  },
};

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

const HAS: Readonly<Record<Exclude<Slot, 'outlet'>, (value: string) => string>> = {
  speaker: (value) => `quotes ${value}`,
  act: (value) => `has “${value}”`,
  addressee: (value) => `has words addressed to ${value}`,
  topic: (value) => `mentions “${value}”`,
  wanted: (value) => `says “${value}”`,
  number: (value) => `gives the figure ${value}`,
  day: (value) => `has reports on ${value}`,
  negation: (value) => `has “${value}”`,
};

// Each stands behind "nothing".
const LACKS: Readonly<Record<Exclude<Slot, 'topic'>, (value: string) => string>> = {
  speaker: (value) => `in the words of ${value}`,
  act: (value) => `that says “${value}”`,
  addressee: (value) => `addressed to ${value}`,
  wanted: (value) => `that says “${value}”`,
  number: (value) => `with the figure ${value}`,
  day: (value) => `from ${value}`,
  outlet: (value) => `in ${value}`,
  negation: (value) => `that says “${value}”`,
};

function gap({ has, lacks }: Gap): string {
  const topics = lacks.flatMap(({ slot, value }) => (slot === 'topic' ? [`“${value}”`] : [])).join(' or ');
  const others = lacks.flatMap(({ slot, value }) => (slot === 'topic' ? [] : [LACKS[slot](value)]));
  // Others may well be quoted on it.
  const isQuoted = has.some(({ slot }) => slot === 'speaker');
  const nothing = [...(topics === '' || isQuoted ? [] : [`on ${topics}`]), ...others].join(' or ');
  const lacking = [
    ...(topics !== '' && isQuoted ? [`not on ${topics}`] : []),
    ...(nothing === '' ? [] : [`has nothing ${nothing}`]),
  ].join(', and ');
  // Of an outlet that was asked for it is told what its reports have.
  const outlet = has.find(({ slot }) => slot === 'outlet');
  const reports = outlet === undefined ? 'The coverage' : `The coverage by ${outlet.value}`;
  const had = has.flatMap(({ slot, value }) => (slot === 'outlet' ? [] : [HAS[slot](value)])).join(' and ');
  return `${reports} ${had === '' ? '' : `${had}, but `}${lacking}.`;
}

const holding = ({ articles, outlets }: ArchiveFacts): string =>
  `The corpus has ${articles} ${articles === 1 ? 'article' : 'articles'} from ${outlets.length} ${outlets.length === 1 ? 'outlet' : 'outlets'}`;

const span = ({ since, until }: ArchiveFacts): string =>
  since === null || until === null ? '' : `, ${since} to ${until}`;

const subjectsOf = ({ topics = [] }: ArchiveFacts): string =>
  topics.length === 0 ? '' : `The commonest subjects: ${topics.join(', ')}. `;

const namedOf = (outlets: readonly string[]): string =>
  outlets.length > NAMED_OUTLETS ? `${outlets.slice(0, NAMED_OUTLETS).join(', ')} and others` : outlets.join(', ');

function saidBy(said: readonly Said[]): string {
  const where = ({ outlet, date }: Said): string => [outlet, date].filter((part) => part !== null).join(', ');
  const told = said.flatMap((one) =>
    one.speaker === null ? [] : [`${one.speaker}, ${one.outlet === null ? '' : 'in '}${where(one)}`],
  );
  const untold = said.flatMap((one) => (one.speaker === null ? [where(one)] : []));
  const lines = [...new Set(told)].join('; ');
  return lines === ''
    ? `The report does not say who said it: ${[...new Set(untold)].join('; ')}.`
    : `It was said by: ${lines}.`;
}

// Filters in words, without what stands around them.
function described({ outlet, author, tag, kind, since, until }: Filters): string {
  const parts = [
    outlet,
    author === undefined ? null : `by ${author}`,
    tag === undefined ? null : `tagged ${tag}`,
    kind === undefined ? null : kind,
    daysBetween(since, until),
  ];
  return parts.filter((part) => part !== null).join(', ');
}

function daysBetween(since: string | null, until: string | null): string | null {
  if (since === null) return until === null ? null : `until ${until}`;
  if (until === null) return `since ${since}`;
  return period(since, until);
}

function period(since: string, until: string): string {
  if (since === until) return since;
  const whole = wholePeriod(since, until);
  if (whole === null) return `${since} to ${until}`;
  return whole.month === null ? String(whole.year) : `${MONTHS[whole.month - 1] ?? whole.month} ${whole.year}`;
}
