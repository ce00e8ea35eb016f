import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFileAtomically } from '../../../../electron/window/atomic-file';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'atomic-file-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('writeFileAtomically', () => {
  it('writes text and bytes, and makes the folder', async () => {
    await writeFileAtomically(join(folder, 'new/a.txt'), 'text');
    await writeFileAtomically(join(folder, 'new/b.bin'), new Uint8Array([0, 255]));
    expect(readFileSync(join(folder, 'new/a.txt'), 'utf8')).toBe('text');
    expect([...readFileSync(join(folder, 'new/b.bin'))]).toEqual([0, 255]);
    expect(readdirSync(join(folder, 'new'))).toEqual(['a.txt', 'b.bin']);
  });

  it('replaces a file, also one that may not be written itself', async () => {
    const path = join(folder, 'a.txt');
    await writeFileAtomically(path, 'old');
    chmodSync(path, 0o400);
    await writeFileAtomically(path, 'new');
    expect(readFileSync(path, 'utf8')).toBe('new');
  });

  it('leaves the old file and nothing else behind when it fails', async () => {
    const path = join(folder, 'taken');
    mkdirSync(join(path, 'inside'), { recursive: true });
    await expect(writeFileAtomically(path, 'new')).rejects.toThrow();
    expect(readdirSync(folder)).toEqual(['taken']);
  });
});
