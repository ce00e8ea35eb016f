import { describe, expect, it } from 'vitest';
import { toDate } from '../../../../../../src/shared/domain/calendar/calendar-date';
import { measureEvent } from '../../../../../../src/shared/domain/event-study/measure-event';
import { measurePanel } from '../../../../../../src/shared/domain/event-study/panel/measure-panel';
import {
  type PanelSpec,
  runPanel,
} from '../../../../../../src/shared/domain/event-study/panel/run-panel';
import { STDLIB_DISTRIBUTIONS as distributions } from '../../../../../../src/shared/statistics/stdlib-distributions';
import { madeUpPanel } from '../../../../../helpers/study-returns';

const LENGTH = 40;
const subjects = madeUpPanel({ seed: 9, events: 120, sessions: LENGTH + 1, shift: 1 });
const spec: PanelSpec = {
  subjects: subjects.map((returns) => ({ returns, date: toDate(returns.keys[LENGTH] as number) })),
  parameters: { model: 'market', estimation: { length: LENGTH, gap: 0 }, window: [0, 0] },
};

describe('runPanel', () => {
  it('comes to what measuring at once comes to', async () => {
    const outcome = await runPanel(
      spec,
      { distributions, pause: () => Promise.resolve() },
      () => undefined,
      { aborted: false },
    );
    const events = spec.subjects.map((subject) =>
      measureEvent(subject, spec.parameters, distributions),
    );
    expect(outcome).toEqual({
      kind: 'done',
      events,
      panel: measurePanel(events, 1, distributions),
    });
  });

  it('tells how far it is, pauses between, and ends with 1', async () => {
    const parts: number[] = [];
    let pauses = 0;
    const pause = (): Promise<void> => {
      pauses++;
      return Promise.resolve();
    };
    await runPanel(spec, { distributions, pause }, (part) => parts.push(part), { aborted: false });
    expect(parts).toEqual(parts.toSorted((one, other) => one - other));
    expect(parts[0]).toBeGreaterThan(0);
    expect(parts.at(-1)).toBe(1);
    // Two steps of fifty events, one for each of the 120 days, and behind ranks and signs.
    expect(pauses).toBe(124);
  });

  it.each([1, 50])('stops at pause %d once it is no longer wanted', async (last) => {
    const signal = { aborted: false };
    let pauses = 0;
    const pause = (): Promise<void> => {
      pauses++;
      signal.aborted = pauses === last;
      return Promise.resolve();
    };
    const outcome = await runPanel(spec, { distributions, pause }, () => undefined, signal);
    expect(outcome).toEqual({ kind: 'cancelled' });
    expect(pauses).toBe(last);
  });

  it('takes an abort signal', async () => {
    const controller = new AbortController();
    const running = runPanel(
      spec,
      { distributions, pause: () => new Promise((resolve) => setImmediate(resolve)) },
      () => undefined,
      controller.signal,
    );
    controller.abort();
    expect(await running).toEqual({ kind: 'cancelled' });
  });
});
