import { describe, expect, it } from 'vitest';
import { ProviderEntry } from '../../../../../electron/market/registry/provider-entry';
import { HostGate } from '../../../../../electron/market/transport/host-gate';
import { failure } from '../../../../../electron/market/transport/status-failure';
import { ManualTime } from '../../../../helpers/manual-time';
import { FakeProvider, profileOf } from './fake-provider';

function setUp() {
  const time = new ManualTime(1000);
  const { now, after } = time;
  const { budget } = profileOf('yahoo');
  const gate = new HostGate({ ...{ budget, now, after }, random: () => 0.5 });
  const gates: HostGate[] = [gate];
  const source = new FakeProvider('yahoo', 1);
  const entry = new ProviderEntry(profileOf('yahoo'), source, () => gates, now);
  return { time, gate, gates, entry };
}

const SERVER_ERROR = failure('server-error', 'retry', 'HTTP 503');

describe('ProviderEntry', () => {
  it('knows nothing at first', () => {
    expect(setUp().entry.health()).toEqual({
      state: 'unused',
      lastAnswerAt: null,
      lastFailure: null,
      restsUntil: null,
    });
  });

  it('goes with the last that it heard', () => {
    const { entry, time } = setUp();
    entry.note(null);
    expect(entry.health()).toMatchObject({ state: 'answering', lastAnswerAt: 1000 });
    time.move(10);
    entry.note(SERVER_ERROR);
    expect(entry.health()).toMatchObject({
      state: 'failing',
      lastAnswerAt: 1000,
      lastFailure: { reason: 'server-error', detail: 'HTTP 503', at: 1010 },
    });
    time.move(10);
    entry.note(failure('unknown-instrument', 'next-provider', 'HTTP 404'));
    expect(entry.health()).toMatchObject({ state: 'answering', lastAnswerAt: 1020 });
  });

  it.each(['cancelled', 'resting'] as const)('learns nothing from %s', (reason) => {
    const { entry } = setUp();
    entry.note(failure(reason, 'next-provider', ''));
    expect(entry.health().state).toBe('unused');
  });

  it('rests as long as any of its hosts does', async () => {
    const { entry, gate, time } = setUp();
    await gate.enter();
    gate.leave({ kind: 'failed', retryAfterMs: 5000 });
    entry.note(SERVER_ERROR);
    expect(entry.health()).toMatchObject({ state: 'resting', restsUntil: 6000 });
    time.move(5000);
    expect(entry.health()).toMatchObject({ state: 'failing', restsUntil: null });
  });

  it('does not rest with a host that is asked no more', async () => {
    const { entry, gate, gates } = setUp();
    await gate.enter();
    gate.leave({ kind: 'failed', retryAfterMs: 5000 });
    gates.length = 0;
    expect(entry.health()).toMatchObject({ state: 'unused', restsUntil: null });
  });
});
