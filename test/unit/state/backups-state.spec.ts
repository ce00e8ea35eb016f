import { describe, expect, it } from 'vitest';
import { BackupsState } from '../../../src/state/backups-state.svelte';
import { FakeMain } from '../../helpers/fake-client';

function make() {
  const main = new FakeMain();
  return { main, backups: new BackupsState(main.client) };
}

describe('the backups of the page', () => {
  it('are what main has, and follow its news', async () => {
    const { backups } = make();
    expect(backups.all).toBeNull();
    await backups.load();
    expect(backups.all?.map(({ reason }) => reason)).toEqual(['daily', 'before-update']);
    await backups.backUpNow();
    expect(backups.all?.map(({ reason }) => reason)).toEqual(['asked', 'daily', 'before-update']);
    await backups.remove(backups.all?.[1]?.takenAt ?? 0);
    expect(backups.all?.map(({ reason }) => reason)).toEqual(['asked', 'before-update']);
    backups.receive([]);
    expect(backups.all).toEqual([]);
    await expect(backups.exportAll()).resolves.toEqual({ saved: true });
  });

  it('say that the app is about to start anew once one takes the place of what is there', async () => {
    const { backups } = make();
    await backups.load();
    expect(await backups.restore(5)).toEqual({ ok: false, reason: 'unknown-backup' });
    expect(backups.restarting).toBe(false);
    expect(await backups.restore(backups.all?.[0]?.takenAt ?? 0)).toEqual({ ok: true });
    expect(backups.restarting).toBe(true);
  });

  it('wait for a word before a file takes the place', async () => {
    const { backups, main } = make();
    expect(await backups.commitImport()).toBeNull();
    await backups.chooseImport();
    expect(backups.preview).toMatchObject({ importId: 1, lists: 3, items: 41 });
    await backups.cancelImport();
    expect(backups.preview).toBeNull();
    expect(main.argsOf('backups.cancelImport')).toEqual([{ importId: 1 }]);
    await backups.chooseImport();
    expect(await backups.commitImport()).toEqual({ ok: true });
    expect([backups.preview, backups.restarting]).toEqual([null, true]);
  });
});
