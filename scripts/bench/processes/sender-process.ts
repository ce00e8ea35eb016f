import type {} from 'electron';
import { PagePortService } from '../../../electron/data/page-port/page-port-service';
import { packBars } from '../../../src/shared/domain/candle/bar-columns';
import { minuteBars } from './minute-bars';

// Sends what it has in memory: once as bare as a message can be, once as the data process answers.

interface Connect {
  readonly kind: 'floor' | 'service';
  readonly bars: number;
}

/** This bench asks for bars alone. */
const unasked = (): Promise<never> => Promise.reject(new Error('nothing is studied here'));

process.parentPort.on('message', ({ data, ports }) => {
  const [port] = ports;
  if (!port) throw new Error('no port came');
  const { kind, bars } = data as Connect;
  const buffer = packBars(minuteBars(bars));
  if (kind === 'floor') {
    port.on('message', () => port.postMessage(buffer));
    port.start();
    return;
  }
  new PagePortService({
    series: {
      overview: () => null,
      open: (instrument, interval) =>
        Promise.resolve({
          ...{ instrument, interval, source: 'yahoo', buffer, importedAt: null },
          ...{ madeOf: '1m', lastTime: 0, stored: ['1m'], sessions: null, findings: null },
          ...{ basis: 'as-given', extended: 'none' },
        }),
      sparklines: () => Promise.resolve([]),
      listFacts: () => Promise.resolve([]),
    },
    studies: { study: unasked, studyFamily: unasked, forget: () => undefined },
    bundles: { make: unasked },
    hold: () => () => undefined,
    onError: (error) => {
      throw error;
    },
  }).connect(port);
});
