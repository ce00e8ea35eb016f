import { beforeEach, describe, expect, it } from 'vitest';
import type { TrayLook } from '../../../../electron/window/tray-icon';
import {
  PRICES_EVERY_MS,
  TOGETHER_MS,
  TrayService,
} from '../../../../electron/window/tray-service';
import type { TrayView } from '../../../../electron/window/tray-view';
import { trayMessages } from '../../../../src/shared/i18n/tray/tray-catalogue';
import { ManualTime } from '../../../helpers/manual-time';

let time: ManualTime;
let looks: TrayLook[];
let renewed: number;
let unseen: number;
let service: TrayService;

beforeEach(() => {
  time = new ManualTime(0);
  looks = [];
  renewed = 0;
  unseen = 0;
  service = new TrayService({
    icon: {
      show: (look) => looks.push(look),
      renew: () => (renewed += 1),
      dispose: () => undefined,
    },
    view: (): TrayView => ({
      ...{ starred: [], recent: [], unseen, mutedUntil: null },
      ...{ isOffline: false, isTickerShown: false },
    }),
    messages: () => trayMessages('en'),
    imagePath: (state) => `/tray/${state}.png`,
    scheduler: time,
  });
});

describe('TrayService', () => {
  it('shows what holds at once', () => {
    service.start();
    expect(looks).toMatchObject([
      { imagePath: '/tray/calm.png', tooltip: 'Tapeout: no new alerts' },
    ]);
  });

  it('takes several changes of one moment together', () => {
    service.start();
    unseen = 1;
    service.stateChanged();
    time.move(TOGETHER_MS / 2);
    service.stateChanged();
    time.move(TOGETHER_MS / 2);
    expect(looks).toHaveLength(2);
    expect(looks[1]?.imagePath).toBe('/tray/alerts.png');
    expect(time.timers).toBe(0);
  });

  it('follows prices seldom, and does not let an alert wait for them', () => {
    service.start();
    for (let tick = 0; tick < 50; tick++) {
      service.pricesChanged();
      time.move(PRICES_EVERY_MS / 25);
    }
    expect(looks).toHaveLength(3);
    service.pricesChanged();
    service.stateChanged();
    time.move(TOGETHER_MS);
    expect(looks).toHaveLength(4);
    expect(time.timers).toBe(0);
  });

  it('registers again with a panel that came later, where there is an icon', () => {
    service.panelCame();
    expect(renewed).toBe(0);
    service.start();
    service.panelCame();
    expect(renewed).toBe(1);
  });

  it('does nothing before it is started and after its end', () => {
    service.stateChanged();
    service.pricesChanged();
    expect(time.timers).toBe(0);
    service.start();
    service.stateChanged();
    service.dispose();
    service.pricesChanged();
    expect(time.timers).toBe(0);
  });
});
