import { svelte } from '@sveltejs/vite-plugin-svelte';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

/** Set by scripts/verify.mjs; the default is where Debian and Ubuntu put it. */
const chromium = process.env['TAPEOUT_CHROMIUM'] ?? '/usr/bin/chromium';
/** A test that takes longer hangs; none is judged by its speed. */
const LONGEST_TEST_MS = 60_000;
const asRoot = process.getuid?.() === 0;

const node = (name: string, overrides: object = {}) => ({
  plugins: [svelte()],
  test: {
    name,
    testTimeout: LONGEST_TEST_MS,
    environment: 'node' as const,
    include: [`test/${name}/**/*.spec.ts`],
    ...overrides,
  },
});

export default defineConfig({
  test: {
    projects: [
      node('unit'),
      node('store'),
      node('contract'),
      node('soak'),
      // One real window at a time: two cores, and each test may want the focus.
      node('e2e', { testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false }),
      {
        plugins: [svelte()],
        // What only a lazy dialog imports would be found in the middle of a run, and reload the page.
        optimizeDeps: { entries: ['src/**/*.{ts,svelte}', 'test/component/**/*.ts'] },
        test: {
          name: 'component',
          include: ['test/component/**/*.spec.ts'],
          testTimeout: LONGEST_TEST_MS,
          // Set by npm run golden.
          provide: { golden: process.env['TAPEOUT_GOLDEN'] === 'update' ? 'update' : 'compare' },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            viewport: { width: 1280, height: 800 },
            provider: playwright({
              launchOptions: {
                executablePath: chromium,
                args: [
                  ...(asRoot ? ['--no-sandbox'] : []),
                  '--disable-gpu',
                  '--disable-background-networking',
                  '--disable-component-update',
                  '--disable-sync',
                  '--no-first-run',
                ],
              },
            }),
            instances: [{ browser: 'chromium' as const }],
          },
        },
      },
    ],
  },
});
