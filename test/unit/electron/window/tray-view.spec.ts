import { describe, expect, it } from 'vitest';
import {
  trayMenu,
  trayState,
  trayTooltip,
  type TrayView,
} from '../../../../electron/window/tray-view';
import { trayMessages } from '../../../../src/shared/i18n/tray/tray-catalogue';

const CALM: TrayView = {
  ...{ starred: [], recent: [], unseen: 0, mutedUntil: null },
  ...{ isOffline: false, isTickerShown: false },
};
const t = trayMessages('en');
const NVDA = { instrument: 'XNAS:NVDA', text: 'NVDA  201.35  +2.10 %  (15:31)' } as const;

describe('trayState', () => {
  it.each<[Partial<TrayView>, string]>([
    [{}, 'calm'],
    [{ unseen: 1 }, 'alerts'],
    [{ isOffline: true }, 'offline'],
    [{ isOffline: true, unseen: 1 }, 'alerts'],
    [{ isOffline: true, unseen: 1, mutedUntil: '08:00' }, 'muted'],
  ])('of %j is %s', (part, state) => {
    expect(trayState({ ...CALM, ...part })).toBe(state);
  });
});

describe('trayTooltip', () => {
  it('says that there is nothing to say, or all that holds', () => {
    expect(trayTooltip(CALM, t)).toBe('Tapeout: no new alerts');
    const busy = { ...CALM, unseen: 2, mutedUntil: '08:00', isOffline: true };
    expect(trayTooltip(busy, t)).toBe(
      'Tapeout: 2 new alerts, alerts muted until 08:00, no price source answers',
    );
    expect(trayTooltip({ ...CALM, unseen: 1 }, trayMessages('zh-CN'))).toBe('Tapeout: 1 条新预警');
  });

  it('names instruments as long as Windows shows them', () => {
    const starred = Array.from({ length: 9 }, () => NVDA);
    const tooltip = trayTooltip({ ...CALM, starred }, t);
    expect(tooltip.length).toBeLessThanOrEqual(127);
    expect(tooltip.split('\n').slice(1)).toEqual(Array.from({ length: 3 }, () => NVDA.text));
  });
});

describe('trayMenu', () => {
  const labels = (view: TrayView): string[] =>
    trayMenu(view, t).map((entry) => (entry.type === 'separator' ? '---' : entry.label));

  it('is short where there is nothing', () => {
    expect(labels(CALM)).toEqual([
      ...['Open Tapeout', '---', 'No alert so far', '---'],
      ...['Mute alerts for an hour', 'Mute alerts until tomorrow', 'Mini ticker', '---'],
      'Quit Tapeout',
    ]);
  });

  it('has the starred instruments and the last alerts, each with what it does', () => {
    const view = {
      ...{ ...CALM, starred: [NVDA], mutedUntil: '08:00', isTickerShown: true },
      recent: [{ id: 7, text: '15:31 NVDA 201.35' }],
    };
    expect(labels(view)).toEqual([
      ...['Open Tapeout', '---', NVDA.text, '---', 'Last alerts', '15:31 NVDA 201.35', '---'],
      ...['Muted until 08:00: hear alerts again', 'Mini ticker', '---', 'Quit Tapeout'],
    ]);
    expect(trayMenu(view, t).flatMap((entry) => ('command' in entry ? entry.command : []))).toEqual(
      [
        { kind: 'open' },
        { kind: 'chart', instrument: 'XNAS:NVDA' },
        { kind: 'firing', id: 7 },
        { kind: 'unmute' },
        { kind: 'ticker' },
        { kind: 'quit' },
      ],
    );
    expect(trayMenu(view, t)).toContainEqual(
      expect.objectContaining({ type: 'switch', label: 'Mini ticker', isOn: true }),
    );
  });
});
