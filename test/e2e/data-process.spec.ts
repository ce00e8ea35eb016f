import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  closeDesk,
  freshFolder,
  type LaunchedDesk,
  launchDesk,
  readLogs,
  removeFolder,
} from '../helpers/desk-app';
import { chartOf } from './chart-pane';
import { eventually } from './eventually';
import { TODAY, writeMadeUpDesk } from './made-up-desk';

let folder = '';
let desk: LaunchedDesk;

beforeAll(async () => {
  folder = await freshFolder();
  const bars = await writeMadeUpDesk(folder);
  const args = ['--bars-folder', bars, '--symbol', 'XNAS:GOOGL', '--locale', 'en'];
  desk = await launchDesk({ args, clock: TODAY });
  await chartOf(desk.page, 'Alphabet', 1000).waitFor();
});
afterAll(async () => {
  await closeDesk(desk);
  await removeFolder(folder);
});

/** The process that holds the bars, as Electron itself lists it. */
function dataProcesses(): Promise<number[]> {
  return desk.app.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .filter(({ serviceName, name }) => [serviceName, name].includes('tapeout-data'))
      .map(({ pid }) => pid),
  );
}

async function killDataProcess(): Promise<void> {
  const [pid] = await dataProcesses();
  if (pid === undefined) throw new Error('there is no data process');
  process.kill(pid, 'SIGKILL');
  await eventually(async () => {
    const now = await dataProcesses();
    return now.length === 1 && now[0] !== pid;
  }).toBe(true);
}

describe('a data process that is killed', () => {
  it('runs once', async () => {
    expect(await dataProcesses()).toHaveLength(1);
  });

  it('comes back, and another chart opens', async () => {
    await killDataProcess();
    await desk.page.getByRole('row', { name: /^NVDA/ }).click();
    await chartOf(desk.page, 'Nvidia', 1000).waitFor();
    await desk.page.getByRole('row', { name: /^GOOGL/ }).click();
    await chartOf(desk.page, 'Alphabet', 1000).waitFor();
  });

  it('comes back while a chart is being opened', async () => {
    const [pid] = await dataProcesses();
    if (pid === undefined) throw new Error('there is no data process');
    process.kill(pid, 'SIGKILL');
    await desk.page.getByRole('row', { name: /^MSFT/ }).click();
    await chartOf(desk.page, 'Microsoft', 1000).waitFor();
  });

  it('leaves a line in the log and nothing on the console', () => {
    expect(readLogs(desk.userData)).toContain('data process ended');
    expect(desk.complaints).toEqual([]);
  });
});
