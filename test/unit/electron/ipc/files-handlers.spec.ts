import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFilesHandlers } from '../../../../electron/ipc/files-handlers';
import { writeFileAtomically } from '../../../../electron/window/atomic-file';
import type { FileKind } from '../../../../src/shared/domain/formats/file-kind';
import { filesContract } from '../../../../src/shared/ipc/files-contract';

const BYTES = new TextEncoder().encode('<svg/>');

let folder = '';
let chosen: string | null = null;
let asked: [string, FileKind][] = [];
let logged: unknown[] = [];
let copied: unknown[] = [];
let write = writeFileAtomically as (path: string, bytes: Uint8Array) => Promise<void>;

const handlers = createFilesHandlers({
  files: {
    askWhere: async (name, kind) => {
      asked.push([name, kind]);
      return chosen;
    },
    write: (path, bytes) => write(path, bytes),
    copyText: async (text) => void copied.push(text),
    copyPicture: async (png) => copied.push(png) > 1,
  },
  log: { error: (message) => void logged.push(message) },
});

const save = () => handlers.saveFile({ suggestedName: 'roadmap', kind: 'svg', bytes: BYTES });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tapeout-files-'));
  write = writeFileAtomically;
  [asked, logged, copied] = [[], [], []];
});
afterEach(() => rm(folder, { recursive: true }));

describe('saving a file', () => {
  it('suggests the name with its extension and writes where the user said', async () => {
    chosen = join(folder, 'mine.svg');
    expect(await save()).toEqual({ saved: true });
    expect(asked).toEqual([['roadmap.svg', 'svg']]);
    expect(await readFile(chosen, 'utf8')).toBe('<svg/>');
    expect(await readdir(folder)).toEqual(['mine.svg']);
  });

  it('writes nothing where the dialog was closed', async () => {
    chosen = null;
    expect(await save()).toEqual({ saved: false, reason: 'closed' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('says that the place cannot be written, and logs why', async () => {
    await writeFile(join(folder, 'file'), 'kept');
    chosen = join(folder, 'file', 'below.svg');
    expect(await save()).toEqual({ saved: false, reason: 'not-writable' });
    expect(logged).toEqual(['a file could not be saved']);
    expect(await readFile(join(folder, 'file'), 'utf8')).toBe('kept');
  });

  it.each(['ENOSPC', 'EDQUOT'])('knows a full disk by %s', async (code) => {
    chosen = join(folder, 'mine.svg');
    write = async () => {
      throw Object.assign(new Error(code), { code });
    };
    expect(await save()).toEqual({ saved: false, reason: 'disk-full' });
  });
});

describe('copying', () => {
  it('passes text and pictures on, and says whether it was a picture', async () => {
    await handlers.copyText({ text: 'a,b' });
    expect(await handlers.copyPicture({ png: BYTES })).toEqual({ copied: true });
    expect(copied).toEqual(['a,b', BYTES]);
  });
});

describe('the names of files', () => {
  const isTaken = (suggestedName: string): boolean =>
    filesContract.saveFile.args.safeParse({ suggestedName, kind: 'csv', bytes: BYTES }).success;

  it('may be of any language', () => {
    expect(['roadmap', 'Tapeout 2026-11-26', '自研芯片路线图'].every(isTaken)).toBe(true);
  });

  it('are no paths and no hidden files', () => {
    const bad = [
      '',
      '.',
      '..',
      '../a',
      '/etc/a',
      'a/b',
      'a\\b',
      'C:a',
      '.profile',
      ' a',
      'a\n',
      'a\0',
    ];
    expect(bad.filter(isTaken)).toEqual([]);
    expect(isTaken('x'.repeat(121))).toBe(false);
  });
});
