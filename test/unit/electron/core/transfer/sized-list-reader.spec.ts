import { describe, expect, it } from 'vitest';
import type {
  ListSource,
  ListTextReader,
} from '../../../../../electron/core/transfer/list-text-reader-port';
import {
  LONGEST_HERE,
  SizedListReader,
} from '../../../../../electron/core/transfer/sized-list-reader';

const QUESTION = { encoding: null, wish: {}, choices: new Map() };

describe('SizedListReader', () => {
  const text = (length: number): ListSource => ({ fileName: null, text: 'x'.repeat(length) });
  const file = (length: number): ListSource => ({
    fileName: 'a.csv',
    bytes: new Uint8Array(length),
  });

  it.each([
    ['a short text', text(LONGEST_HERE), 'here'],
    ['a long text', text(LONGEST_HERE + 1), 'apart'],
    ['a short file', file(LONGEST_HERE), 'here'],
    ['a long file', file(LONGEST_HERE + 1), 'apart'],
  ])('reads %s where it keeps nobody waiting', async (_what, source, place) => {
    const asked: unknown[] = [];
    const reader = (name: string): ListTextReader => ({
      read: async (...args) => {
        asked.push([name, ...args]);
        return null;
      },
    });
    const { signal } = new AbortController();
    const sized = new SizedListReader(reader('here'), reader('apart'));
    expect(await sized.read(source, QUESTION, signal)).toBeNull();
    expect(asked).toEqual([[place, source, QUESTION, signal]]);
  });
});
