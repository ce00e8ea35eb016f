import { describe, expect, it } from 'vitest';
import { locateHighlight } from '../../../../../src/chart/primitives/event-highlight/highlight-geometry';

const DAY = 86_400;
/** Sessions 0 to 9 on every second day. */
const keys = { time: Float64Array.from({ length: 10 }, (_, i) => i * 2 * DAY), length: 10 };
const key = (session: number): number => session * 2 * DAY;
const plot = (spacing: number) => ({
  centreOf: (session: number) => session + 0.5,
  xOf: (position: number) => position * spacing,
});

describe('locateHighlight', () => {
  it('puts a line through the session and a band as wide as its candle', () => {
    const highlight = { kind: 'session', sessionKey: key(4) } as const;
    expect(locateHighlight(highlight, keys, plot(20))).toEqual({
      lineX: 90,
      bandLeft: 80,
      bandRight: 100,
    });
    expect(locateHighlight(highlight, keys, plot(4))).toEqual({
      lineX: 18,
      bandLeft: 13,
      bandRight: 23,
    });
  });

  it('spans whole sessions, with a line where one is named', () => {
    const span = { kind: 'span', fromKey: key(2), toKey: key(5) } as const;
    expect(locateHighlight(span, keys, plot(10))).toEqual({
      bandLeft: 20,
      bandRight: 60,
      lineX: null,
    });
    expect(locateHighlight({ ...span, sessionKey: key(3) }, keys, plot(10))?.lineX).toBe(35);
  });

  it('takes the sessions inside when its ends have none', () => {
    const span = { kind: 'span', fromKey: key(2) - DAY, toKey: key(5) + DAY } as const;
    expect(locateHighlight(span, keys, plot(10))).toMatchObject({ bandLeft: 20, bandRight: 60 });
  });

  it('is nowhere when its session has no bar', () => {
    expect(locateHighlight(null, keys, plot(10))).toBeNull();
    for (const sessionKey of [key(4) + DAY, key(10), -DAY]) {
      expect(locateHighlight({ kind: 'session', sessionKey }, keys, plot(10))).toBeNull();
    }
    const later = { kind: 'span', fromKey: key(11), toKey: key(12) } as const;
    expect(locateHighlight(later, keys, plot(10))).toBeNull();
    const between = { kind: 'span', fromKey: key(2) + 1, toKey: key(3) - 1 } as const;
    expect(locateHighlight(between, keys, plot(10))).toBeNull();
  });
});
