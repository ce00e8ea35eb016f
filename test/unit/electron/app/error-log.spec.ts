import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ErrorLog } from '../../../../electron/app/error-log';

const NOW_MS = Date.UTC(2026, 4, 28, 12);

let root: string;
let complaints: string[];

function openLog(folder = join(root, 'logs')): ErrorLog {
  return new ErrorLog(
    folder,
    () => NOW_MS,
    [[root, '<root>']],
    (text) => complaints.push(text),
  );
}

function lines(file = 'tapeout.log'): unknown[] {
  return readFileSync(join(root, 'logs', file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'error-log-'));
  complaints = [];
});
afterEach(() => rmSync(root, { recursive: true }));

describe('ErrorLog', () => {
  it('makes no file before there is something to say', () => {
    openLog();
    expect(readdirSync(root)).toEqual([]);
  });

  it('writes one line of JSON for each entry', () => {
    const log = openLog();
    log.error('one line');
    log.error('two\nlines', 'because');
    const at = '2026-05-28T12:00:00.000Z';
    expect(lines()).toEqual([
      { at, message: 'one line' },
      { at, message: 'two\nlines', cause: 'because' },
    ]);
  });

  it('writes the stack of an error, without secrets and without the names of folders', () => {
    openLog().error(`read ${root}/a`, new Error(`token=abc in ${root}`));
    const [entry] = lines() as [{ message: string; cause: string }];
    expect(entry.message).toBe('read <root>/a');
    expect(entry.cause).toMatch(/^Error: token=\[hidden\] in <root>\n {4}at /);
    expect(JSON.stringify(entry)).not.toContain(root);
  });

  it('goes on with the file of the last run', () => {
    openLog().error('one');
    openLog().error('two');
    expect(lines()).toHaveLength(2);
  });

  it('keeps one older file when the file is full', () => {
    const log = openLog();
    log.error('first');
    log.error('x'.repeat(999_000));
    expect(lines()).toHaveLength(2);
    log.error('y'.repeat(2000));
    expect(lines('tapeout.older.log')).toHaveLength(2);
    expect(lines()).toHaveLength(1);
    log.error('z'.repeat(999_000));
    expect(lines('tapeout.older.log')).toHaveLength(1);
    expect(readdirSync(join(root, 'logs'))).toHaveLength(2);
  });

  it('complains once where it cannot write, and does not throw', () => {
    writeFileSync(join(root, 'file'), '');
    const log = openLog(join(root, 'file/logs'));
    log.error('lost');
    log.error('lost too');
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatch(/^the log cannot be written: .*<root>/);
  });
});
