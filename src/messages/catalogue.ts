import type {
  Lead,
  AboutReason,
  Said,
  Answer,
  ArchiveFacts,
  Article,
  Difference,
  Filters,
  Gap,
  KindFilter,
  Polarity,
} from '../core/index.ts';

/** Outlets that are named; of more, only so many. */
export const NAMED_OUTLETS = 6;

/** What is ready to be asked; `first` and `last` are null where no article has a date. */
interface Loaded {
  readonly articles: number;
  readonly outlets: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly seconds: number;
}

/** What can be given with commands that are typed after a slash. */
export type SlashOption =
  | 'question'
  | 'outlet'
  | 'author'
  | 'tag'
  | 'kind'
  | 'since'
  | 'until'
  | 'private'
  | 'article'
  | 'lang';

/** What a server may not let the bot do. */
export type MissingPermission = 'embeds' | 'history' | 'send';

/** Every sentence that the program says, in one language. A language that lacks one does not compile. */
export interface Catalogue {
  readonly reject: {
    readonly empty: string;
    readonly noWords: string;
    /** `limit`: characters. */
    tooLong(length: number, limit: number): string;
    /** `given`: what cannot be read as a day. */
    badDate(given: string): string;
    datesReversed(since: string, until: string): string;
    unknownOutlet(given: string, known: readonly string[]): string;
    /** `known`: some of those that there are. */
    unknownAuthor(given: string, known: readonly string[]): string;
    unknownTag(given: string, known: readonly string[]): string;
  };
  /** Asks back, where a follow-up has nothing before it. */
  readonly noContext: string;
  readonly notFound: string;
  /** Where filters leave no report at all. */
  readonly noReports: string;
  /** The same, where part of the archive did not answer. */
  readonly notFoundInPart: string;
  /** Which parts of the question the coverage has, and which it lacks; at least one is lacking. */
  gap(gap: Gap): string;
  /** From one day to another, `YYYY-MM-DD`, or the year or month that they are. */
  period(since: string, until: string): string;
  /** Before quotes that are near and not the answer. */
  readonly leads: string;
  /** Before each of them, where somebody's words were asked for. */
  readonly leadsOf: Readonly<Record<NonNullable<Lead['of']>, string>>;
  readonly nearest: string;
  unmatched(words: readonly string[]): string;
  readonly greeting: {
    readonly hello: string;
    readonly thanks: string;
    readonly help: string;
    readonly goodbye: string;
    /** To whoever only says that an answer was read: 「好」, "got it". */
    readonly noted: string;
  };
  /** To questions on the archive, the program or its last answer. */
  readonly about: Readonly<Record<AboutReason['code'], (facts: ArchiveFacts) => string>>;
  /** Who says what is quoted below. */
  saidBy(said: readonly Said[]): string;
  /** Behind a headline, where it is asked who wrote the article; null where it does not say. */
  writtenBy(author: string | null): string;
  /** Before the first quote that answers a question that asks yes or no. */
  readonly polarity: Readonly<Record<Polarity, string>>;
  /** Above the quotes that answer one of several questions, counted from 1. */
  part(number: number): string;
  /** Where part of the archive did not answer. */
  readonly partial: string;
  /** Below an answer whose quotes a language model chose, or chose none: a mark, in as few words as can be. */
  readonly readByModel: string;
  /** Before an outlet's name: an account of its report, not the report. */
  digestOf(outlet: string): string;
  readonly unknownOutlet: string;
  /** What an article is besides news. */
  readonly articleKinds: Readonly<Record<NonNullable<Article['kind']>, string>>;
  /** What articles can be narrowed to by kind. */
  readonly kindNames: Readonly<Record<KindFilter, string>>;
  /** An outlet, and what its article is. */
  ofKind(outlet: string, kind: string): string;
  readonly undated: string;
  readonly sources: string;
  /** Between a speaker's name and the quote. */
  readonly speaker: (name: string) => string;
  /** Above quotes all of which are in the other language: English in Chinese interfaces, Chinese in the English one. */
  readonly quotesAreForeign: string;
  /** A speaker or an outlet by its name in this language, and by the one that the article has. */
  named(local: string, own: string): string;
  /** Before a point that reports the same fact as the one above. */
  readonly alsoReported: string;
  /** Filters as they were understood, of which at least one is set. */
  filtered(filters: Filters): string;
  /** What the person set to hold for all questions. */
  readonly sessionFilters: {
    now(filters: Filters): string;
    /** The same to somebody who asks which there are. */
    are(filters: Filters): string;
    readonly none: string;
    /** Behind filters that an answer states: how to be rid of them. */
    readonly drop: string;
    outlets(known: readonly string[]): string;
    /** `known`: some of those that there are. */
    authors(known: readonly string[]): string;
    tags(known: readonly string[]): string;
    /** `known`: names of kinds of which there are articles. */
    kinds(known: readonly string[]): string;
    /** What was given is the name of no kind. */
    unknownKind(given: string, known: readonly string[]): string;
  };
  /** From when to when there are articles. */
  covered(first: string, last: string): string;
  /** Before what is nearest without the filters. */
  readonly unfiltered: string;
  /** A follow-up as the whole question that it was taken for. */
  understood(question: string): string;
  /** Between two who hand on a statement: the speaker, and who reports it. */
  reportedBy(speaker: string, reporter: string): string;
  readonly comparison: {
    /** Asks back, where nothing is named that outlets could report. */
    readonly ofWhat: string;
    /** Outlets of which the corpus has nothing on it. */
    silent(outlets: readonly string[]): string;
    /** Before a quote of what no other outlet here says. */
    readonly only: string;
    /** An outlet whose account is another one's, nearly word for word. */
    copyOf(outlet: string, origin: string): string;
    readonly differences: Readonly<Record<Difference['of'], string>>;
  };
  readonly timeline: {
    /** A day, or several, that is only the report's. */
    published(day: string): string;
    readonly alsoIn: string;
  };
  /** Which outlets have the articles below. */
  listedBy(outlets: readonly string[]): string;
  /** How many articles there are, and how many of them, the newest, are shown. */
  listed(total: number, shown: number): string;
  /** Which ones these are of all articles, counted from 1. */
  listedFurther(first: number, last: number, total: number): string;
  /** Example questions that the help shows. */
  readonly examples: readonly string[];
  /** A quote between the language's own quotation marks. */
  quoted(quote: string): string;
  loaded(what: Loaded): string;
  /** Files of the corpus that could not be used. */
  leftOut(files: number): string;
  articles(count: number): string;
  /** What to do first. */
  readonly invitation: string;
  readonly examplesHeading: string;
  /** Above the commands of one kind. */
  readonly commandGroups: {
    readonly reading: string;
    readonly filtering: string;
    readonly other: string;
  };
  /** What each command does. */
  readonly commands: {
    readonly help: string;
    readonly sources: string;
    readonly article: string;
    readonly more: string;
    readonly compare: string;
    readonly timeline: string;
    readonly list: string;
    readonly outlet: string;
    readonly author: string;
    readonly tag: string;
    readonly kind: string;
    readonly since: string;
    readonly until: string;
    readonly filters: string;
    readonly anywhere: string;
    readonly new: string;
    readonly lang: string;
    readonly quit: string;
  };
  /** What stands for a command's argument in the help, between its brackets if it may be left out. */
  readonly placeholders: {
    readonly topic: string;
    readonly name: string;
    readonly day: string;
  };
  /** Commands as they may be typed. */
  readonly commandExamples: readonly string[];
  unknownCommand(given: string, nearest: string | null): string;
  readonly noMore: string;
  /** `/more` without anything to continue. */
  readonly nothingYet: string;
  readonly whichArticle: string;
  /** A number that stands beside nothing; `first` and `last` are those that do. */
  unknownNumber(given: string, first: number, last: number): string;
  /** Above an article that does not say any more what an answer has quoted from it. */
  readonly quoteChanged: string;
  unknownArticle(given: string, near: readonly string[]): string;
  /** Behind `unknownArticle` on the command line, where no id is near. */
  readonly whereIdsAre: string;
  /** Said where an archive of so many files is read without a saved index; what that takes, in gigabytes and minutes. */
  largeArchive(articles: number, cost: { readonly gigabytes: number; readonly minutes: number }): string;
  /** Where words are those of several titles. */
  readonly severalArticles: string;
  /** After `/new`. */
  readonly startedAnew: string;
  readonly whichLang: string;
  /** After the choice of a language; for `auto` too, where the interface follows the question. */
  readonly langChosen: string;
  readonly langAuto: string;
  /** After the first Ctrl-C on an empty line. */
  readonly interruptAgain: string;
  /** Where an index on other machines does not answer, said to the person who asked. */
  readonly away: string;
  /** A fault of the program, said to the person who asked. */
  readonly fault: string;
  readonly labels: {
    readonly outlet: string;
    readonly author: string;
    readonly date: string;
    readonly link: string;
    readonly tags: string;
    readonly section: string;
    /** Above the ids of other versions of the same story: the earlier ones, the latest. */
    readonly earlier: string;
    readonly latest: string;
    /** Above the ids of what other outlets carry of the same text. */
    readonly copies: string;
  };
  /** What is said in chats beside the answers. */
  readonly chat: {
    /** The first line of a message that does not stand below the question that it answers. */
    asked(question: string): string;
    /** What each command does, for a platform's menu. */
    readonly commands: {
      readonly ask: string;
      readonly compare: string;
      readonly timeline: string;
      readonly list: string;
      readonly sources: string;
      readonly article: string;
      readonly lang: string;
      readonly privacy: string;
      readonly help: string;
    };
    /** What the bot is for and what it covers, for a chat that has not begun; at most 512 UTF-16 units. */
    readonly description: (facts: ArchiveFacts) => string;
    /** The same in at most 120. */
    readonly shortDescription: (facts: ArchiveFacts) => string;
    /** How to ask in groups and from other chats. */
    readonly inGroups: string;
    /** The language of what is quoted. */
    readonly quotesAsPrinted: string;
    /** The first words in a group or on a server that the bot was added to. */
    readonly joined: string;
    /** What the bot cannot do for want of a permission, and which. */
    readonly missing: Readonly<Record<MissingPermission, string>>;
    /** Where a message is asked about that says nothing. */
    readonly noText: string;
    /** To whoever asks while the program ends. */
    readonly restarting: string;
    /** Above what an answer holds, by its kind; null where the answer needs none. */
    readonly titles: Readonly<Record<Answer['kind'], string | null>>;
    /** In the place of `not-found`, where part of the archive did not answer. */
    readonly titleInPart: string;
    /** In the place of what can be chosen: the surroundings of a quote, an article. */
    readonly menus: { readonly passage: string; readonly article: string };
    /** After a choice: for how long it holds. */
    readonly untilRestart: string;
    /** Captions of buttons, as short as can be. */
    readonly buttons: {
      /** More on the question. */
      readonly more: string;
      /** The passage around a quote. */
      readonly passage: string;
      readonly wholeArticle: string;
      /** The next part of an article. */
      readonly readOn: string;
      /** The same quote in that script. */
      readonly inScript: Readonly<Record<'zh-Hant' | 'zh-Hans', string>>;
      /** The same question, without its filters. */
      readonly anywhere: string;
      /** The interface follows the question. */
      readonly auto: string;
      /** How to ask, where a reader has typed nothing yet. */
      readonly howTo: string;
    };
    /** Above a text that was converted to that script. */
    readonly converted: Readonly<Record<'zh-Hant' | 'zh-Hans', string>>;
    readonly sameInBothScripts: string;
    readonly chooseLang: string;
    /** While the corpus is being read; `percent`: null where it is not known. */
    loading(percent: number | null): string;
    /** To someone who asks faster than the bot answers. */
    slowDown(seconds: number): string;
    /** A button of an old message whose answer can no longer be made. */
    readonly expired: string;
    /** A bot that is open to some chats only; `chat` is what the operator has to add. */
    notAllowed(chat: string): string;
    /** Which host sees questions, where a model chooses quotes. */
    seenBy(modelHost: string): string;
    /** What is kept of those who ask, and which host sees their questions where a model chooses quotes; null where none does. */
    privacy(modelHost: string | null): string;
  };
  /** Commands that are typed after a slash, in a platform's own form for them. */
  readonly slash: {
    /** What the commands are called: lower case, without spaces. */
    readonly names: Readonly<Record<keyof Catalogue['chat']['commands'], string>>;
    /** What can be given with them: a name of the same form, and what it means. */
    readonly options: Readonly<Record<SlashOption, { readonly name: string; readonly means: string }>>;
    /** The command on a message of somebody's. */
    readonly askAboutThis: string;
    /** Where a reply asks about a message that the bot may not read, and that command could. */
    readonly unread: string;
    readonly share: string;
    readonly previous: string;
    readonly next: string;
    /** After `/lang auto`, where the device says which language its reader reads. */
    readonly followsDevice: string;
    /** How to ask by other means than commands. */
    readonly otherWays: string;
    readonly commandsHeading: string;
  };
}
