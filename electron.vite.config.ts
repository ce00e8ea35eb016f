import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';

/** The trial Electron of ELECTRON-RUNTIME carries Node 20 and Chromium 130; the pinned one is newer. */
const NODE_TARGET = 'node20.18';
const PAGE_TARGET = 'chrome130';

const root = import.meta.dirname;

/** Electron finds the picture of another scale by the name of its file beside the first one. */
const trayIcons = {
  name: 'tray-icons',
  generateBundle(this: { emitFile(file: object): string }) {
    const folder = resolve(root, 'assets/tray');
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.png'))) {
      const source = readFileSync(join(folder, name));
      this.emitFile({ type: 'asset', fileName: `tray/${name}`, source });
    }
  },
};

export default defineConfig({
  main: {
    plugins: [trayIcons],
    build: {
      target: NODE_TARGET,
      outDir: 'out/main',
      // Bundled, so that main loads from few small files. Of libsql only the native part stays outside: an
      // import of CommonJS makes Node compile a lexer first, which takes as long as libsql itself.
      externalizeDeps: { exclude: ['zod', 'libsql'] },
      rolldownOptions: {
        input: {
          main: resolve(root, 'electron/main.ts'),
          'data-process': resolve(root, 'electron/data-process.ts'),
          'list-process': resolve(root, 'electron/list-process.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name].js' },
      },
    },
  },
  preload: {
    build: {
      target: NODE_TARGET,
      outDir: 'out/preload',
      externalizeDeps: { exclude: ['zod'] },
      rolldownOptions: {
        input: resolve(root, 'electron/preload.ts'),
        output: { format: 'cjs', entryFileNames: 'preload.cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'src'),
    plugins: [svelte()],
    build: {
      target: PAGE_TARGET,
      outDir: resolve(root, 'out/page'),
      // electron-vite leaves it off; what the page parses stands between the user and the first paint.
      minify: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: { index: resolve(root, 'src/index.html'), ticker: resolve(root, 'src/ticker.html') },
      },
    },
  },
});
