import type { InterfaceLang } from '../../core/index.ts';
import { catalogue } from '../../messages/index.ts';
import type { Loading } from '../status/health.ts';
import { UNWATCHED } from '../status/monitor.ts';
import type { BotParts } from './bot.ts';
import { createRateLimit, type Rate } from './rate-limit.ts';

/** Eight at once, then one every two seconds: faster than anybody reads answers. */
const USUAL_USER_RATE: Rate = { burst: 8, perSecond: 0.5 };

/** Somebody who does not slow down is told so once in a while, not each time. */
const TOLD_RATE: Rate = { burst: 1, perSecond: 0.1 };

/**
 * How many times as often as questions are asked buttons may be pressed, whose answers are known already, and what is typed may be looked
 * up, which comes with every letter.
 */
const TIMES_AS_OFTEN = { asking: 1, press: 2, typing: 8 } as const;

const PEOPLE_REMEMBERED = 10_000;

/** Lets in whoever may ask, as often as one person may. */
export interface Access<Place> {
  readonly isOpenTo: (place: Place) => boolean;
  /** Why somebody is not let in now, for them to read; null where they are. Counts as asking, as a press of a button, or as typing. */
  readonly refusal: (place: Place, lang: InterfaceLang, by?: keyof typeof TIMES_AS_OFTEN) => string | null;
  /** Whether somebody who was refused is told so this time. */
  readonly isTold: (place: Place) => boolean;
}

/** Whether a list of the operator's has one of these names; one that is not set has all. */
export const isListed = (
  allowed: readonly string[] | null | undefined,
  ...names: readonly (string | null)[]
): boolean => allowed == null || names.some((name) => name !== null && allowed.includes(name));

/** What access takes from a bot's parts as it is. */
export interface AccessParts extends Partial<Pick<BotParts, 'loading' | 'monitor'>> {
  /** How much one person may ask at once, and a second; a usual rate where nothing is said. */
  readonly rate?: Rate | undefined;
}

interface AccessOptions<Place> extends AccessParts {
  readonly isOpenTo: (place: Place) => boolean;
  readonly personOf: (place: Place) => string;
  /** What the operator has to add for a place to be open. */
  readonly nameOf: (place: Place) => string;
}

const now = (): number => performance.now();

export function createAccess<Place>(options: AccessOptions<Place>): Access<Place> {
  const { isOpenTo, personOf, nameOf, loading = () => null, monitor = UNWATCHED } = options;
  const { rate = USUAL_USER_RATE } = options;
  const limits = Object.fromEntries(
    Object.entries(TIMES_AS_OFTEN).map(([by, times]) => {
      const [burst, perSecond] = [rate.burst * times, rate.perSecond * times];
      return [by, createRateLimit({ burst, perSecond, keys: PEOPLE_REMEMBERED, now })];
    }),
  );
  const told = createRateLimit({ ...TOLD_RATE, keys: PEOPLE_REMEMBERED, now });
  const toldOfLoading = createRateLimit({ ...rate, keys: PEOPLE_REMEMBERED, now });
  const refusalOf = (place: Place, lang: InterfaceLang, by: keyof typeof TIMES_AS_OFTEN): string | null => {
    const { chat } = catalogue(lang);
    if (!isOpenTo(place)) return chat.notAllowed(nameOf(place));
    const wait = limits[by]?.take(personOf(place)) ?? 0;
    if (wait > 0) return chat.slowDown(Math.ceil(wait / 1000));
    const progress = loading();
    return progress === null ? null : chat.loading(percentOf(progress));
  };
  return {
    isOpenTo,
    refusal(place, lang, by = 'asking') {
      const refused = refusalOf(place, lang, by);
      if (refused !== null) monitor.refused();
      return refused;
    },
    // Whoever asks while the corpus is loading would otherwise take the bot for dead: they are told each time, within the rate of questions.
    isTold: (place) => (loading() === null ? told : toldOfLoading).take(personOf(place)) === 0,
  };
}

// How far indexing has come, which follows reading, is not reported.
const percentOf = ({ stage, done, total }: NonNullable<Loading>): number | null =>
  stage === 'read' && total > 0 ? Math.floor((done / total) * 100) : null;
