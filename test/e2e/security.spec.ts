import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLogs } from '../helpers/desk-app';
import { chartOf, chartPane } from './chart-pane';
import { openWatchedDesk, PAGE_ADDRESS, type WatchedDesk } from './security-desk';

let watched: WatchedDesk;
beforeAll(async () => {
  watched = await openWatchedDesk();
});
afterAll(() => watched?.close());

describe('the page', () => {
  it('has nothing of Node and nothing of Electron', async () => {
    const found = await watched.page.evaluate(() =>
      [
        'require',
        'process',
        'module',
        'exports',
        'Buffer',
        'global',
        'electron',
        'ipcRenderer',
      ].filter((name) => name in globalThis),
    );
    expect(found).toEqual([]);
  });

  it('has of main only the calls of the contract, each a plain function', async () => {
    const api = await watched.page.evaluate(() =>
      Object.fromEntries(
        Object.entries(window.api).map(([group, calls]) => [
          group,
          Object.entries(calls as object)
            .filter(([, call]) => typeof call === 'function')
            .map(([name]) => name),
        ]),
      ),
    );
    expect(Object.keys(api).sort()).toEqual([
      'alerts',
      'app',
      'backups',
      'calendar',
      'charts',
      'curation',
      'evidence',
      'files',
      'help',
      'imports',
      'inbox',
      'instruments',
      'market',
      'providers',
      'ticker',
      'timeline',
      'timelineFilters',
      'transfer',
      'tray',
      'watchlist',
    ]);
    expect(api['help']).toEqual(['openLink']);
    expect(await watched.page.evaluate(() => Object.isFrozen(window.api))).toBe(true);
  });

  it('cannot replace what it was given', async () => {
    const replaced = await watched.page.evaluate(() => {
      const before = window.api;
      try {
        Object.assign(window, { api: {} });
      } catch {
        return false;
      }
      return window.api !== before;
    });
    expect(replaced).toBe(false);
  });

  it('runs with every lock of Electron closed', async () => {
    const preferences = await watched.desk.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      const contents = window?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
    });
  });
});

describe('a walk through the whole desk', () => {
  it('asks only app://tapeout, breaks no rule of the policy, and gets the policy with each answer', async () => {
    const requested: string[] = [];
    const unprotected: string[] = [];
    const policies = new Set<string>();
    watched.page.on('request', (request) => requested.push(request.url()));
    watched.page.on('response', (response) => {
      const policy = response.headers()['content-security-policy'];
      if (policy === undefined) unprotected.push(response.url());
      else policies.add(policy);
    });
    await watched.page.context().addInitScript(() => {
      const violations: string[] = [];
      Object.assign(window, { violations });
      document.addEventListener('securitypolicyviolation', (event) => {
        violations.push(`${event.violatedDirective} ${event.blockedURI}`);
      });
    });

    await watched.page.reload();
    await chartOf(watched.page, 'Alphabet', 1000).waitFor();
    await walk();

    expect(requested.length).toBeGreaterThan(10);
    expect(requested.filter((url) => !/^(app:\/\/tapeout\/|data:image\/)/.test(url))).toEqual([]);
    expect(unprotected.filter((url) => url.startsWith('app:'))).toEqual([]);
    expect([...policies]).toEqual([expect.stringContaining("default-src 'none'")]);
    expect(
      await watched.page.evaluate(() => (window as unknown as { violations: string[] }).violations),
    ).toEqual([]);
    expect(watched.desk.complaints).toEqual([]);
    expect(readLogs(watched.desk.userData)).toBe('');
  });

  it('is held to a policy without a way in', async () => {
    const { policy, status } = await watched.desk.app.evaluate(async ({ net }, url) => {
      const response = await net.fetch(url);
      return { policy: response.headers.get('content-security-policy'), status: response.status };
    }, PAGE_ADDRESS);
    expect(status).toBe(200);
    const directives = new Map(
      (policy ?? '').split(';').map((directive) => {
        const [name = '', ...sources] = directive.trim().split(' ');
        return [name, sources.join(' ')];
      }),
    );
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*|https?:|wss?:/);
    expect(Object.fromEntries(directives)).toMatchObject({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'connect-src': "'none'",
      'frame-ancestors': "'none'",
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'require-trusted-types-for': "'script'",
    });
  });

  /** Everything that can be opened, opened once. */
  async function walk(): Promise<void> {
    await watched.page.getByRole('row', { name: /^NVDA/ }).click();
    await chartOf(watched.page, 'Nvidia', 1000).waitFor();
    for (const range of ['1M', '1Y', 'All']) {
      await chartPane(watched.page)
        .getByRole('button', { name: `Show ${range}` })
        .click();
    }
    await watched.page.locator('[data-announcement]').first().click();
    await watched.page.getByRole('heading', { name: 'Sources' }).first().waitFor();
    await watched.page.getByRole('tab', { name: /^Data/ }).click();
    await watched.page.getByRole('tabpanel').getByText('GOOGL.csv').waitFor();
    await watched.page.getByRole('button', { name: 'Switch to the light theme' }).click();
    await watched.page.getByRole('button', { name: 'Switch to Chinese' }).click();
    await watched.page.getByRole('heading', { name: '自选股' }).waitFor();
    await watched.page.getByRole('button', { name: '切换到英文' }).click();
    await watched.page.getByRole('button', { name: 'Add an instrument' }).click();
    await watched.page.getByRole('combobox', { name: 'Instrument to add' }).fill('cos');
    await watched.page.keyboard.press('Escape');
    await watched.page.getByRole('row', { name: /^NVDA/ }).click({ button: 'right' });
    await watched.page.getByRole('menu').waitFor();
    await watched.page.keyboard.press('Escape');
    await watched.page.keyboard.press('Control+k');
    await watched.page.getByRole('dialog').getByRole('combobox').fill('tpu');
    await watched.page.getByRole('dialog').getByRole('option').first().waitFor();
    await watched.page.keyboard.press('Escape');
  }
});
