import { describe, expect, it } from 'vitest';
import { readHeadlessCommand } from '../../../../electron/app/headless-command';

function read(values: Record<string, string>): unknown {
  const reading = readHeadlessCommand(new Map(Object.entries(values)), '/home/me');
  return reading.ok ? reading.command : reading.message;
}

describe('readHeadlessCommand', () => {
  it('finds none among other options', () => {
    expect(read({})).toBeNull();
    expect(read({ offline: '', theme: 'dark' })).toBeNull();
  });

  it('reads each command, its paths absolute', () => {
    expect(
      read({ 'import-watchlist': 'lists/a.txt', format: 'tradingview', name: 'Chips' }),
    ).toEqual({
      kind: 'import-watchlist',
      file: '/home/me/lists/a.txt',
      format: 'tradingview',
      name: 'Chips',
      dryRun: false,
    });
    expect(read({ 'export-watchlist': 'My list', format: 'csv', out: '/tmp/out.csv' })).toEqual({
      kind: 'export-watchlist',
      name: 'My list',
      format: 'csv',
      out: '/tmp/out.csv',
    });
    expect(read({ 'export-watchlist': 'My list', format: 'csv' })).toMatchObject({ out: null });
    expect(read({ 'replay-alerts': 'rules.json', ticks: 'ticks.csv' })).toEqual({
      kind: 'replay-alerts',
      rules: '/home/me/rules.json',
      ticks: '/home/me/ticks.csv',
    });
    expect(read({ 'event-study': 'spec.json' })).toEqual({
      kind: 'event-study',
      spec: '/home/me/spec.json',
    });
    expect(read({ 'verify-evidence': '../evidence.json' })).toEqual({
      kind: 'verify-evidence',
      file: '/home/evidence.json',
    });
  });

  it.each([
    [
      { 'event-study': 'a', 'verify-evidence': 'b' },
      '--event-study and --verify-evidence exclude each other',
    ],
    [{ 'export-watchlist': 'a' }, '--export-watchlist needs --format'],
    [{ 'replay-alerts': 'a' }, '--replay-alerts needs --ticks'],
    [{ format: 'csv' }, '--format belongs to --import-watchlist and --export-watchlist'],
    [{ ticks: 'a' }, '--ticks belongs to --replay-alerts'],
    [{ 'event-study': 'a', out: 'b' }, '--out belongs to --export-watchlist'],
    [
      { 'export-watchlist': 'a', format: 'csv', 'dry-run': '' },
      '--dry-run belongs to --import-watchlist',
    ],
  ])('refuses %j', (values, message) => {
    expect(read(values)).toBe(message);
  });
});
