import { dayAfter, daysFrom, type Days } from '../../dates/calendar.ts';
import { createByteReader, createByteWriter } from './bytes.ts';

// Who asks for an earlier one is answered by reports of it, if at all.
const FIRST = '1000-01-01';

/** Days as bytes: of each the distance of the first from the year 1000, and of the last from the first. */
export function packDays(days: readonly Days[]): Uint8Array {
  const bytes = createByteWriter(days.length * MOST_BYTES);
  for (const { first, last } of days) {
    if (first < FIRST) continue;
    bytes.varint(daysFrom(FIRST, first));
    bytes.varint(daysFrom(first, last));
  }
  return bytes.take();
}

// Of two numbers.
const MOST_BYTES = 10;

export function unpackDays(bytes: Uint8Array): readonly Days[] {
  const reader = createByteReader(bytes);
  const days: Days[] = [];
  while (!reader.done) {
    const first = dayAfter(FIRST, reader.varint());
    const length = reader.varint();
    // Mostly a single one: to tell a day takes longer than to read it.
    days.push({ first, last: length === 0 ? first : dayAfter(first, length) });
  }
  return days;
}
