import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NotifierApp } from '../helpers/dbus/notifier-app';
import { desktopObstacle, TestDesktop } from '../helpers/dbus/test-desktop';
import { freshFolder, removeFolder } from '../helpers/desk-app';
import { eventually } from './eventually';
import { itRunsAsOrdinaryUser } from './ordinary-user';

const obstacle = desktopObstacle();
const note = obstacle === null ? '' : ` (skipped: ${obstacle})`;

/**
 * What Electron's own notification takes of the event loop where the service hangs is 25 to 125 s, and
 * what ours takes is next to nothing; anything between is no accident of a busy machine.
 */
const LONGEST_LAG_MS = 1000;
const CONTROL_MS = 1500;

let folder: string;
let desktop: TestDesktop;
let app: NotifierApp;

async function startApp(): Promise<void> {
  app = NotifierApp.start(folder, desktop.env);
  await eventually(() => app.told('ready').length).toBe(1);
}

async function longestLag(): Promise<number> {
  const before = app.told('lag').length;
  app.say({ do: 'lag' });
  await eventually(() => app.told('lag').length).toBe(before + 1);
  return app.told('lag').at(-1)?.ms ?? NaN;
}

describe.skipIf(obstacle !== null)(`notifications of a real Electron on a real bus${note}`, () => {
  beforeAll(async () => {
    folder = await freshFolder();
    await NotifierApp.bundle(folder);
  });
  afterAll(() => removeFolder(folder));

  describe('with a service that is well', () => {
    beforeEach(async () => {
      desktop = await TestDesktop.open();
      await desktop.start('notifications', { capabilities: 'body body-markup actions' });
      await startApp();
    });
    afterEach(async () => {
      await app.end();
      await desktop.dispose();
    });

    itRunsAsOrdinaryUser(() => app.pid);

    it('begin with the price, and hold no markup of anybody', async () => {
      app.say({ do: 'deliver', id: 1, note: '! <b>x</b> & "y"' });
      await eventually(() => app.outcomeOf(1)).toBe('delivered');
      expect(await desktop.notices()).toEqual([
        {
          title: 'NVDA 201.35',
          body: 'Price rose above 200 · &lt;b&gt;x&lt;/b&gt; &amp; &quot;y&quot;',
          actions: ['default', 'Show'],
          urgency: 2,
        },
      ]);
    });

    it('lead to their firing on a click, as long as they are there', async () => {
      for (const id of [11, 12]) app.say({ do: 'deliver', id, note: '' });
      await eventually(() => app.told('outcome').length).toBe(2);
      await desktop.closeNotice(1);
      await desktop.clickNotice(1);
      await desktop.clickNotice(2);
      await eventually(() => app.told('clicked')).toEqual([{ tells: 'clicked', id: 12 }]);
    });

    it('make three and a summary of fifty at once', async () => {
      for (let id = 1; id <= 50; id++) app.say({ do: 'deliver', id, note: '' });
      await eventually(() => app.told('outcome').length).toBe(50);
      expect(app.told('outcome').every(({ outcome }) => outcome === 'delivered')).toBe(true);
      const notices = await desktop.notices();
      expect(notices).toHaveLength(4);
      expect(notices[3]).toMatchObject({ title: '47 more alerts', body: 'NVDA ×47' });
      expect(await longestLag()).toBeLessThan(LONGEST_LAG_MS);
    });

    it('go on with a service that was started anew', async () => {
      app.say({ do: 'deliver', id: 1, note: '' });
      await eventually(() => app.outcomeOf(1)).toBe('delivered');
      await desktop.stop('notifications');
      app.say({ do: 'deliver', id: 2, note: '' });
      await eventually(() => app.outcomeOf(2)).toBe('failed');
      await desktop.start('notifications', { capabilities: 'body' });
      app.say({ do: 'deliver', id: 3, note: 'a & b' });
      await eventually(() => app.outcomeOf(3)).toBe('delivered');
      expect(await desktop.notices()).toMatchObject([
        { body: 'Price rose above 200 · a & b', actions: [] },
      ]);
    });

    it('never wait for a service that hangs', async () => {
      app.say({ do: 'deliver', id: 1, note: '' });
      await eventually(() => app.outcomeOf(1)).toBe('delivered');
      app.say({ do: 'block', ms: CONTROL_MS });
      expect(await longestLag(), 'the probe sees a block').toBeGreaterThan(LONGEST_LAG_MS);
      await desktop.pause('notifications');
      for (const id of [2, 3]) {
        app.say({ do: 'deliver', id, note: '' });
        await eventually(() => app.outcomeOf(id)).toBe('failed');
      }
      expect(await longestLag()).toBeLessThan(LONGEST_LAG_MS);
      await desktop.unpause('notifications');
    });
  });

  it('never wait for a service that the bus is to start and that does not come up', async () => {
    const data = await freshFolder();
    const services = join(data, 'dbus-1', 'services');
    await mkdir(services, { recursive: true });
    await writeFile(
      join(services, 'org.freedesktop.Notifications.service'),
      '[D-BUS Service]\nName=org.freedesktop.Notifications\nExec=/bin/sleep 60\n',
    );
    desktop = await TestDesktop.open({ dataFolder: data });
    await startApp();
    for (const id of [1, 2]) {
      app.say({ do: 'deliver', id, note: '' });
      await eventually(() => app.outcomeOf(id)).toBe('failed');
    }
    expect(await longestLag()).toBeLessThan(LONGEST_LAG_MS);
    await app.end();
    await desktop.dispose();
    await removeFolder(data);
  });

  it('are known to fail at once where there is no service', async () => {
    desktop = await TestDesktop.open();
    await startApp();
    app.say({ do: 'deliver', id: 1, note: '' });
    await eventually(() => app.outcomeOf(1)).toBe('failed');
    await app.end();
    await desktop.dispose();
  });
});

describe.skipIf(obstacle !== null)(`sleep of the machine${note}`, () => {
  it('is told once each time it begins and ends, though Electron tells it twice', async () => {
    folder = await freshFolder();
    await NotifierApp.bundle(folder);
    desktop = await TestDesktop.open();
    await desktop.start('logind');
    await startApp();
    await desktop.sleep(true);
    await eventually(() => app.told('suspended').length).toBe(1);
    await desktop.sleep(false);
    await eventually(() => app.told('resumed').length).toBe(1);
    // Whatever was told twice has come by the time that another question is answered.
    app.say({ do: 'deliver', id: 1, note: '' });
    await eventually(() => app.outcomeOf(1)).toBe('failed');
    expect(app.events.map(({ tells }) => tells)).toEqual([
      ...['ready', 'suspended', 'resumed', 'outcome'],
    ]);
    await app.end();
    await desktop.dispose();
    await removeFolder(folder);
  });
});
