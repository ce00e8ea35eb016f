import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listPageFiles } from '../../../../electron/window/page-files';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'page-files-'));
  writeFileSync(join(folder, 'index.html'), '');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('listPageFiles', () => {
  it('lists every file under its address, with its type', () => {
    mkdirSync(join(folder, 'assets/deep'), { recursive: true });
    const names = ['assets/a.js', 'assets/b.css', 'assets/deep/c.woff2', 'd.svg'];
    for (const name of names) writeFileSync(join(folder, name), '');
    expect(
      [...listPageFiles(folder)].map(([address, file]) => [address, file.contentType]).sort(),
    ).toEqual([
      ['app://tapeout/assets/a.js', 'text/javascript; charset=utf-8'],
      ['app://tapeout/assets/b.css', 'text/css; charset=utf-8'],
      ['app://tapeout/assets/deep/c.woff2', 'font/woff2'],
      ['app://tapeout/d.svg', 'image/svg+xml'],
      ['app://tapeout/index.html', 'text/html; charset=utf-8'],
    ]);
    expect(listPageFiles(folder).get('app://tapeout/assets/deep/c.woff2')?.path).toBe(
      join(folder, 'assets/deep/c.woff2'),
    );
  });

  it('leaves out links, and files of types that a page does not have', () => {
    writeFileSync(join(folder, 'a.js.map'), '');
    writeFileSync(join(folder, 'README'), '');
    symlinkSync('/etc/hostname', join(folder, 'link.html'));
    symlinkSync('/etc', join(folder, 'etc'));
    expect([...listPageFiles(folder).keys()]).toEqual(['app://tapeout/index.html']);
  });

  it('writes names as Chromium writes them in an address', () => {
    writeFileSync(join(folder, 'a b%.js'), '');
    expect([...listPageFiles(folder).keys()]).toContain('app://tapeout/a%20b%25.js');
  });

  it('throws where there is no page', () => {
    expect(() => listPageFiles(join(folder, 'none'))).toThrow(/ENOENT/);
    rmSync(join(folder, 'index.html'));
    expect(() => listPageFiles(folder)).toThrow('the page is missing');
  });
});
