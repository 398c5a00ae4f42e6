import type { InterfaceLang } from '../../core/index.ts';
import { catalogue } from '../../messages/index.ts';
import { createRateLimit, type Rate } from './rate-limit.ts';

/** Eight at once, then one every two seconds: faster than anybody reads answers. */
export const USUAL_USER_RATE: Rate = { burst: 8, perSecond: 0.5 };

/** Somebody who does not slow down is told so once in a while, not each time. */
const TOLD_RATE: Rate = { burst: 1, perSecond: 0.1 };

const PEOPLE_REMEMBERED = 10_000;

/** Lets in whoever may ask, as often as one person may. */
export interface Access<Place> {
  readonly isOpenTo: (place: Place) => boolean;
  /** Why somebody is not let in now, for them to read; null where they are. Counts as asking. */
  readonly refusal: (place: Place, lang: InterfaceLang) => string | null;
  /** Whether somebody who was refused is told so this time. */
  readonly isTold: (place: Place) => boolean;
}

interface AccessOptions<Place> {
  readonly isOpenTo: (place: Place) => boolean;
  readonly personOf: (place: Place) => string;
  /** What the operator has to add for a place to be open. */
  readonly nameOf: (place: Place) => string;
  /** How much one person may ask at once, and a second. */
  readonly rate: Rate;
  /** Milliseconds that only ever grow. */
  readonly now: () => number;
}

export function createAccess<Place>(options: AccessOptions<Place>): Access<Place> {
  const { isOpenTo, personOf, nameOf, rate, now } = options;
  const asked = createRateLimit({ ...rate, keys: PEOPLE_REMEMBERED, now });
  const told = createRateLimit({ ...TOLD_RATE, keys: PEOPLE_REMEMBERED, now });
  return {
    isOpenTo,
    refusal(place, lang) {
      const { chat } = catalogue(lang);
      if (!isOpenTo(place)) return chat.notAllowed(nameOf(place));
      const wait = asked.take(personOf(place));
      return wait === 0 ? null : chat.slowDown(Math.ceil(wait / 1000));
    },
    isTold: (place) => told.take(personOf(place)) === 0,
  };
}
