import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListOpening } from '../../src/shared/domain/formats/watchlist/list-preview';
import type { TapeoutBridge } from '../../src/shared/ipc/contract';
import { closeDesk, type LaunchedDesk, launchDesk, readLogs } from '../helpers/desk-app';
import { eventually } from './eventually';
import { TODAY } from './made-up-desk';

/** What the preload script puts on the page's window. */
declare const window: { readonly api: TapeoutBridge };

/** Rows that take a while to read. */
const LONG = 4_000_000;

let desk: LaunchedDesk;

beforeAll(async () => {
  desk = await launchDesk({ clock: TODAY, args: ['--offline', '--locale', 'en'] });
});
afterAll(() => closeDesk(desk));

/** Main reads a table of so many rows, as if it had been dropped. */
function open(rows: number): Promise<ListOpening> {
  return desk.page.evaluate(async (count) => {
    const bytes = new TextEncoder().encode(`Symbol\n${'NVDA\n'.repeat(count)}`);
    const answer = await window.api.transfer.openBytes({ fileName: 'a.csv', bytes });
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value;
  }, rows);
}

function listProcesses(): Promise<number[]> {
  return desk.app.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .filter(({ serviceName, name }) => [serviceName, name].includes('tapeout-list'))
      .map(({ pid }) => pid),
  );
}

describe('a long list', () => {
  it('is read in a process of its own, which is gone afterwards', async () => {
    const opening = await open(50_000);
    expect(opening).toMatchObject({
      preview: { failure: null, reading: { counts: { valid: 1, invalid: 30_000 } } },
    });
    await eventually(listProcesses).toEqual([]);
  });

  it('ends at once where another one takes its place', async () => {
    const long = open(LONG);
    await eventually(async () => (await listProcesses()).length).toBe(1);
    const short = await open(2);
    expect(await long).toEqual({ kind: 'closed' });
    expect(short).toMatchObject({ preview: { reading: { counts: { valid: 1, duplicate: 1 } } } });
    await eventually(listProcesses).toEqual([]);
    expect(readLogs(desk.userData)).toBe('');
  });

  it('says so where its process dies, and the next one is read', async () => {
    const long = open(LONG);
    await eventually(async () => (await listProcesses()).length).toBe(1);
    const [pid] = await listProcesses();
    process.kill(pid as number, 'SIGKILL');
    expect(await long).toMatchObject({ preview: { failure: { reason: 'broken-off' } } });
    expect(readLogs(desk.userData)).toMatch(/list process ended with code/);
    expect(await open(50_000)).toMatchObject({ preview: { failure: null } });
  });
});
