import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appPaths } from '../../../../electron/app/app-paths';

const app = {
  getPath: (name: string) => join('/', name),
  getAppPath: () => '/opt/app.asar',
};

describe('appPaths', () => {
  const paths = appPaths(app, '/opt/app.asar/out/main');

  it('keeps everything that is written below the user data', () => {
    const { cacheFile, windowBounds, logs } = paths;
    expect([cacheFile, windowBounds, logs]).toEqual([
      '/userData/cache.db',
      '/userData/window.json',
      '/userData/logs',
    ]);
  });

  it('finds the parts of the app beside the main script', () => {
    const { pageFolder, preload, dataProcess, listProcess } = paths;
    expect([pageFolder, preload, dataProcess, listProcess]).toEqual([
      '/opt/app.asar/out/page',
      '/opt/app.asar/out/preload/preload.cjs',
      '/opt/app.asar/out/main/data-process.js',
      '/opt/app.asar/out/main/list-process.js',
    ]);
  });

  it('hides user data, app and home in the log', () => {
    expect(paths.hidden.map(([path]) => path)).toEqual(['/userData', '/opt/app.asar', '/home']);
  });
});
