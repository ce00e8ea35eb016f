import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '..', '..', '..');

export interface ChildBundle {
  /** A module that plain Node runs. */
  readonly file: string;
  remove(): void;
}

/** Bundles a TypeScript entry, so that a child process needs no loader and starts fast. @param entry - from this folder, or absolute */
export async function bundleChild(entry: string): Promise<ChildBundle> {
  const folder = mkdtempSync(join(tmpdir(), 'tapeout-child-'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    ssr: { external: ['libsql'] },
    build: {
      ssr: resolve(import.meta.dirname, entry),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'child.mjs' } },
    },
  });
  return {
    file: join(folder, 'child.mjs'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
