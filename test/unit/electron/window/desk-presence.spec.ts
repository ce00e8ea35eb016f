import { beforeEach, describe, expect, it } from 'vitest';
import {
  DeskPresence,
  KEPT_HIDDEN_MS,
  PANEL_PATIENCE_MS,
} from '../../../../electron/window/desk-presence';
import type { KeepInTrayChoice } from '../../../../src/shared/domain/settings/tray-settings';
import { ManualTime } from '../../../helpers/manual-time';

let time: ManualTime;
let happened: string[];
let isOpen: boolean;
let isReachable: boolean;
let choice: KeepInTrayChoice;
let answer: 'yes' | 'no' | 'cancel' | Error;
let presence: DeskPresence;

beforeEach(() => {
  time = new ManualTime(0);
  happened = [];
  isOpen = true;
  isReachable = true;
  choice = 'yes';
  answer = 'cancel';
  const note = (what: string) => (): void => void happened.push(what);
  presence = new DeskPresence({
    window: {
      get isOpen() {
        return isOpen;
      },
      open: () => {
        isOpen = true;
        happened.push('open');
      },
      ...{ focus: note('focus'), hide: note('hide'), minimize: note('minimize') },
      destroy: () => {
        isOpen = false;
        happened.push('destroy');
      },
    },
    isTrayReachable: () => isReachable,
    choice: () => choice,
    remember: (next) => {
      choice = next;
      happened.push(`remember ${next}`);
    },
    ask: () => {
      happened.push('ask');
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    quit: note('quit'),
    scheduler: time,
    onError: (error) => happened.push(String(error)),
  });
});

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('a window that is closed', () => {
  it('is hidden where the user wants that, and destroyed a minute later', () => {
    expect(presence.mayClose()).toBe(false);
    expect(presence.livesInTray).toBe(true);
    time.move(KEPT_HIDDEN_MS - 1);
    expect(happened).toEqual(['hide']);
    time.move(1);
    expect(happened).toEqual(['hide', 'destroy']);
    expect(presence.livesInTray).toBe(true);
  });

  it('comes back as it was within that minute, and anew afterwards', () => {
    presence.mayClose();
    presence.show();
    expect(presence.livesInTray).toBe(false);
    time.move(2 * KEPT_HIDDEN_MS);
    expect(happened).toEqual(['hide', 'focus']);
    presence.mayClose();
    time.move(KEPT_HIDDEN_MS);
    presence.show();
    expect(happened.slice(2)).toEqual(['hide', 'destroy', 'open']);
    expect(time.timers).toBe(0);
  });

  it('closes where the user does not want to go on', () => {
    choice = 'no';
    expect(presence.mayClose()).toBe(true);
    expect(presence.livesInTray).toBe(false);
    expect(happened).toEqual([]);
  });

  it('is minimized where no panel shows the icon, and closes where nothing was decided', () => {
    isReachable = false;
    expect(presence.mayClose()).toBe(false);
    expect(presence.livesInTray).toBe(false);
    choice = 'ask';
    expect(presence.mayClose()).toBe(true);
    expect(happened).toEqual(['minimize']);
  });
});

describe('the question', () => {
  beforeEach(() => (choice = 'ask'));

  it('is asked once, and remembered', async () => {
    answer = 'yes';
    expect(presence.mayClose()).toBe(false);
    expect(presence.mayClose()).toBe(false);
    await settled();
    expect(happened).toEqual(['ask', 'remember yes', 'hide']);
    presence.show();
    presence.mayClose();
    expect(happened.slice(3)).toEqual(['focus', 'hide']);
  });

  it('ends the app on no', async () => {
    answer = 'no';
    presence.mayClose();
    await settled();
    expect(happened).toEqual(['ask', 'remember no', 'quit']);
    expect(presence.livesInTray).toBe(false);
  });

  it('changes nothing without an answer, and is asked again', async () => {
    presence.mayClose();
    await settled();
    expect(happened).toEqual(['ask']);
    expect(choice).toBe('ask');
    presence.mayClose();
    await settled();
    expect(happened).toEqual(['ask', 'ask']);
  });

  it('is reported where it cannot be asked, and the window stays', async () => {
    answer = new Error('no dialog');
    presence.mayClose();
    await settled();
    expect(happened).toEqual(['ask', 'Error: no dialog']);
    expect(presence.livesInTray).toBe(false);
  });
});

describe('an app without its window', () => {
  it('starts without one where a panel shows its icon', () => {
    presence.startAway();
    time.move(10 * PANEL_PATIENCE_MS);
    expect(happened).toEqual([]);
    expect(presence.livesInTray).toBe(true);
  });

  it('opens its window where no panel comes in time', () => {
    [isReachable, isOpen] = [false, false];
    presence.startAway();
    time.move(PANEL_PATIENCE_MS);
    expect(happened).toEqual(['open']);
  });

  it('waits no longer once a panel has come', () => {
    [isReachable, isOpen] = [false, false];
    presence.startAway();
    isReachable = true;
    presence.panelChanged();
    time.move(PANEL_PATIENCE_MS);
    expect(happened).toEqual([]);
  });

  it('comes back where its panel stays away, not where it is only started anew', () => {
    presence.mayClose();
    isReachable = false;
    presence.panelChanged();
    time.move(PANEL_PATIENCE_MS - 1);
    isReachable = true;
    presence.panelChanged();
    time.move(1);
    expect(happened).toEqual(['hide']);
    isReachable = false;
    presence.panelChanged();
    time.move(PANEL_PATIENCE_MS);
    expect(happened.at(-1)).toMatch(/focus|open/);
    expect(presence.livesInTray).toBe(false);
  });

  it('does not mind a panel that goes while its window is there', () => {
    isReachable = false;
    presence.panelChanged();
    expect(time.timers).toBe(0);
  });

  it('leaves no timer behind', () => {
    presence.mayClose();
    presence.dispose();
    expect(time.timers).toBe(0);
  });
});
