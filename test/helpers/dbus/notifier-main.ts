import { createInterface } from 'node:readline';
import { app } from 'electron';
import { PowerEvents } from '../../../electron/app/power-events';
import { systemScheduler } from '../../../electron/app/system-scheduler';
import { createDesktopLink } from '../../../electron/notify/desktop-link';
import { DesktopAlertNotifier } from '../../../electron/notify/desktop-alert-notifier';
import { DEFAULT_NOTIFICATION_SETTINGS } from '../../../src/shared/domain/settings/notification-settings';
import { sampleFiring, sampleRule } from '../sample-firing';

/**
 * Main of an Electron app that tells of alerts as Tapeout does and does nothing else: its own parts
 * on the real bus, driven over stdin. For what must hold whatever the market and the window do.
 */

/** What the test says, a line of JSON each. */
export type NotifierCommand =
  | { readonly do: 'deliver'; readonly id: number; readonly note: string }
  /** Blocks on purpose, as a control of the probe. */
  | { readonly do: 'block'; readonly ms: number }
  | { readonly do: 'lag' }
  | { readonly do: 'quit' };

/** What the test hears, a line of JSON each. */
export type NotifierEvent =
  | { readonly tells: 'ready' | 'suspended' | 'resumed' }
  | { readonly tells: 'outcome'; readonly id: number; readonly outcome: string }
  | { readonly tells: 'clicked'; readonly id: number }
  /** The longest time for which nothing else could run, since the last question. */
  | { readonly tells: 'lag'; readonly ms: number };

/** Bursts and quiet hours go so many times faster; what is waited for of the bus does not. */
const HASTE = 20;

const tell = (event: NotifierEvent): void =>
  void process.stdout.write(`EVT ${JSON.stringify(event)}\n`);
const startedAt = Date.now();
const hastyNow = (): number => startedAt + (Date.now() - startedAt) * HASTE;

/** The longest time from one turn of a short timer to the next. Node's own monitor sees nothing in Electron. */
const PROBE_EVERY_MS = 10;
let lastTurnAt = 0;
let longestMs = 0;
const turn = (): void => {
  longestMs = Math.max(longestMs, performance.now() - lastTurnAt);
  lastTurnAt = performance.now();
};

app.setPath('userData', process.argv.at(-1) ?? '');
void app.whenReady().then(async () => {
  const link = createDesktopLink({
    ...{ scheduler: systemScheduler, now: Date.now },
    ...{ clickLabel: () => 'Show', hasSound: () => true },
    ...{ onPanelCame: () => undefined, onPanelChanged: () => undefined },
  });
  const notifier = new DesktopAlertNotifier({
    sender: link.sender,
    scheduler: { after: (ms, task) => systemScheduler.after(ms / HASTE, task) },
    now: hastyNow,
    settings: () => DEFAULT_NOTIFICATION_SETTINGS,
    wording: () => ({ locale: 'en', timeZone: 'UTC', instrument: () => undefined }),
    onClick: ({ id }) => tell({ tells: 'clicked', id }),
    onError: (error) => process.stderr.write(`${String(error)}\n`),
  });
  const power = new PowerEvents({
    observers: [
      {
        suspended: () => tell({ tells: 'suspended' }),
        resumed: () => tell({ tells: 'resumed' }),
      },
    ],
    now: Date.now,
    onError: (error) => process.stderr.write(`${String(error)}\n`),
  });
  await link.start();
  power.start();
  lastTurnAt = performance.now();
  setInterval(turn, PROBE_EVERY_MS);
  const obey = (command: NotifierCommand): void => {
    switch (command.do) {
      case 'deliver': {
        const { id, note } = command;
        const firing = sampleFiring({ id, key: String(id), rule: sampleRule({ note }) });
        void notifier.deliver(firing).then((outcome) => tell({ tells: 'outcome', id, outcome }));
        return;
      }
      case 'block': {
        const until = Date.now() + command.ms;
        while (Date.now() < until);
        return;
      }
      case 'lag':
        turn();
        tell({ tells: 'lag', ms: longestMs });
        longestMs = 0;
        return;
      case 'quit':
        return app.exit(0);
    }
  };
  createInterface({ input: process.stdin }).on('line', (line) =>
    obey(JSON.parse(line) as NotifierCommand),
  );
  tell({ tells: 'ready' });
});
