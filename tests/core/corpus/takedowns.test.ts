import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  addRestorations,
  addTakedowns,
  followTakedowns,
  readTakedowns,
  TakedownError,
  takedownsIn,
} from '../../../src/core/corpus/takedowns.ts';
import { listFiles } from '../../../src/core/corpus/list-files.ts';
import { emptyFolder } from '../../support/folders.ts';

const AT = '2026-05-06T07:08:09.000Z';
const takedown = (id: string, why: string | null = null) => ({ id, why, at: AT });

describe('a list of takedowns', () => {
  it('is empty where there is none, and keeps what was written last of each article', () => {
    const list = takedownsIn(emptyFolder());
    expect(readTakedowns(list)).toEqual([]);
    addTakedowns(list, [takedown('ferry', 'order 7'), takedown('pier')]);
    addRestorations(list, ['ferry'], AT);
    addTakedowns(list, [takedown('bridge')]);
    expect(readTakedowns(list)).toEqual([takedown('pier'), takedown('bridge')]);
    addTakedowns(list, [takedown('ferry', 'order 8')]);
    expect(readTakedowns(list).at(-1)).toEqual(takedown('ferry', 'order 8'));
  });

  it('may have lines that a person has written, the last without its end', () => {
    const list = takedownsIn(emptyFolder());
    writeFileSync(list, '\n{"id": "ferry"}');
    addTakedowns(list, [takedown('pier')]);
    expect(readTakedowns(list)).toEqual([{ id: 'ferry', why: null, at: '' }, takedown('pier')]);
  });

  it.each(['{"id": "fer', '{"id": 7}', '[]', 'ferry', '{"id": "ferry", "restored": "no"}'])(
    'with the line %j is refused, by its number',
    (line) => {
      const list = takedownsIn(emptyFolder());
      writeFileSync(list, `{"id": "pier"}\n${line}\n`);
      expect(() => readTakedowns(list)).toThrow(TakedownError);
      expect(() => readTakedowns(list)).toThrow('line 2');
    },
  );
});

describe('lists that are followed', () => {
  const followed = () => {
    const lists = [emptyFolder(), emptyFolder()].map(takedownsIn);
    let time = 0;
    const faults: unknown[] = [];
    const { ids } = followTakedowns(lists, { onFault: (fault) => void faults.push(fault), now: () => time });
    const later = (): ReadonlySet<string> => {
      time += 1000;
      return ids();
    };
    return { lists, ids, later, faults };
  };

  it('are looked at again after a while, all of them, and give the same set for as long as nothing changes', () => {
    const { lists, ids, later } = followed();
    addTakedowns(lists[1] ?? '', [takedown('ferry')]);
    expect([...ids()]).toEqual([]);
    expect([...later()]).toEqual(['ferry']);
    expect(later()).toBe(ids());
    addRestorations(lists[1] ?? '', ['ferry'], AT);
    addTakedowns(lists[0] ?? '', [takedown('pier')]);
    expect([...later()]).toEqual(['pier']);
  });

  it('withhold what they did while one is half written, and say so once', () => {
    const { lists, later, faults } = followed();
    addTakedowns(lists[0] ?? '', [takedown('ferry')]);
    later();
    appendFileSync(lists[0] ?? '', '{"id": "pi');
    expect([[...later()], [...later()], faults.length]).toEqual([['ferry'], ['ferry'], 1]);
    appendFileSync(lists[0] ?? '', 'er"}\n');
    expect([...later()]).toEqual(['ferry', 'pier']);
  });
});

it('the list is no article of its folder', () => {
  const dir = emptyFolder();
  expect(takedownsIn(dir)).toBe(join(dir, 'takedowns.jsonl'));
  addTakedowns(takedownsIn(dir), [takedown('ferry')]);
  expect(listFiles(dir).paths).toEqual([]);
});
