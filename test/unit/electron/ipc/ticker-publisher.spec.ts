import { beforeEach, describe, expect, it } from 'vitest';
import { TICKER_EVERY_MS, TickerPublisher } from '../../../../electron/ipc/ticker-publisher';
import type { TickerContent } from '../../../../src/shared/ipc/ticker-contract';
import { ManualTime } from '../../../helpers/manual-time';

let time: ManualTime;
let isOpen: boolean;
let told: TickerContent[];
let publisher: TickerPublisher;

beforeEach(() => {
  time = new ManualTime(0);
  isOpen = true;
  told = [];
  publisher = new TickerPublisher({
    publisher: { ticker: { onChanged: (content) => told.push(content) } },
    content: () => ({
      ...{ lines: [], locale: 'en', theme: 'dark' },
      ...{ upColour: 'by-language', directionPalette: 'standard' },
    }),
    isOpen: () => isOpen,
    onContent: () => undefined,
    scheduler: time,
  });
});

describe('TickerPublisher', () => {
  it('tells at once, then at most once a second, and of the last change too', () => {
    for (let tick = 0; tick < 30; tick++) {
      publisher.changed();
      time.move(TICKER_EVERY_MS / 10);
    }
    expect(told).toHaveLength(4);
    time.move(10 * TICKER_EVERY_MS);
    expect(told).toHaveLength(4);
    expect(time.timers).toBe(0);
  });

  it('tells nobody while it is closed, and starts no timer', () => {
    isOpen = false;
    publisher.changed();
    expect(told).toEqual([]);
    expect(time.timers).toBe(0);
    isOpen = true;
    publisher.changed();
    publisher.changed();
    isOpen = false;
    time.move(TICKER_EVERY_MS);
    expect(told).toHaveLength(1);
    expect(time.timers).toBe(0);
  });

  it('leaves no timer behind', () => {
    publisher.changed();
    publisher.dispose();
    expect(time.timers).toBe(0);
  });
});
