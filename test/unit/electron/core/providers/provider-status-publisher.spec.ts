import { beforeEach, describe, expect, it } from 'vitest';
import { Signal } from '../../../../../electron/core/events/signal';
import {
  LOOK_MS,
  ProviderStatusPublisher,
  TELL_MS,
} from '../../../../../electron/core/providers/provider-status-publisher';
import type { ProviderStatus } from '../../../../../src/shared/domain/market/provider-status';
import type { NetworkSource } from '../../../../../src/shared/domain/quote/quote';
import { ManualScheduler } from '../quotes/manual-scheduler';

const status = (health: Partial<ProviderStatus['health']> = {}): ProviderStatus => ({
  id: 'yahoo',
  enabled: true,
  addresses: [],
  key: 'not-needed',
  health: { state: 'answering', lastAnswerAt: 0, lastFailure: null, restsUntil: null, ...health },
});

let scheduler: ManualScheduler;
let changed: Signal<NetworkSource>;
let statuses: readonly ProviderStatus[];
let pushes: (readonly ProviderStatus[])[];
let publisher: ProviderStatusPublisher;

beforeEach(() => {
  scheduler = new ManualScheduler();
  changed = new Signal((error) => {
    throw error;
  });
  statuses = [status()];
  pushes = [];
  publisher = new ProviderStatusPublisher({
    statuses: () => statuses,
    changed,
    scheduler,
    publish: (push) => pushes.push(push),
  });
  publisher.start();
});

describe('ProviderStatusPublisher', () => {
  it('says nothing and has no timer while hidden', () => {
    changed.emit('yahoo');
    scheduler.advance(60_000);
    publisher.setVisible(true);
    publisher.setVisible(false);
    scheduler.advance(60_000);
    expect([pushes, scheduler.pending]).toEqual([[], 0]);
  });

  it('tells the state once when shown, and again only when it is another one', () => {
    publisher.setVisible(true);
    scheduler.advance(60_000 - 1);
    expect(pushes).toEqual([[status()]]);
    statuses = [status({ state: 'failing' })];
    scheduler.advance(LOOK_MS);
    expect(pushes[1]).toEqual([status({ state: 'failing' })]);
    scheduler.advance(60_000);
    expect(pushes).toHaveLength(2);
  });

  it('takes a later answer for news once a minute only', () => {
    publisher.setVisible(true);
    scheduler.advance(TELL_MS);
    statuses = [status({ lastAnswerAt: 59_000 })];
    scheduler.advance(LOOK_MS);
    expect(pushes).toHaveLength(1);
    statuses = [status({ lastAnswerAt: 60_000 })];
    scheduler.advance(LOOK_MS);
    expect(pushes).toHaveLength(2);
  });

  it('tells a change of the settings soon, several as one', () => {
    publisher.setVisible(true);
    scheduler.advance(TELL_MS);
    statuses = [{ ...status(), enabled: false }];
    changed.emit('yahoo');
    changed.emit('yahoo');
    scheduler.advance(TELL_MS);
    expect(pushes).toHaveLength(2);
  });

  it('is silent after dispose', () => {
    publisher.setVisible(true);
    publisher.dispose();
    changed.emit('yahoo');
    scheduler.advance(60_000);
    expect([pushes, scheduler.pending]).toEqual([[], 0]);
  });
});
