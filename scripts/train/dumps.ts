// What dump.ts has written, as lists to learn from.
import { readFileSync } from 'node:fs';
import { FEATURES } from '../../src/core/reading/features/vectors.ts';
import type { List } from './train-model.ts';
import type { DumpedItem, DumpedQuestion } from './dump.ts';

/** A question with the vectors of its candidate sentences. */
export interface DumpedList extends DumpedQuestion {
  readonly vectors: readonly Float32Array[];
}

/** Reads the dump of a set; `name.removed` is the one with the answering articles gone. */
export function readDump(folder: string, name: string): DumpedList[] {
  const { features, questions } = JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')) as {
    features: readonly string[];
    questions: readonly DumpedQuestion[];
  };
  if (features.join() !== FEATURES.join()) throw new Error(`${name} was dumped with other features: dump it again`);
  const bytes = readFileSync(`${folder}/${name}.f32`);
  const floats = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  let at = 0;
  return questions.map((question) => {
    const vectors = question.items.map(() => floats.subarray(at, (at += FEATURES.length)));
    return Object.assign(question, { vectors });
  });
}

/** How far each candidate answers, 0…1: a part of the answer counts only where none holds all of it. */
export function labelsOf({ items, groups }: DumpedQuestion): number[] {
  const any = (test: (item: DumpedItem) => boolean): boolean => items.some(test);
  if (any(({ right }) => right)) return items.map(({ right }) => (right ? 1 : 0));
  if (any(({ part }) => part)) return items.map(({ part }) => (part ? 1 : 0));
  const most = Math.max(0, ...items.map((item) => (item.named ? item.groups : 0)));
  return items.map((item) => (groups > 1 && most > 0 && item.named && item.groups === most ? 1 : 0));
}

/** The lists to rank, each with the weight of its set. */
export const rankingLists = (lists: readonly DumpedList[], weight: number): List[] =>
  lists.flatMap((list) => {
    const labels = list.answerable ? labelsOf(list) : [];
    return labels.some((label) => label > 0) && labels.length > 1 ? [{ items: list.vectors, labels, weight }] : [];
  });
