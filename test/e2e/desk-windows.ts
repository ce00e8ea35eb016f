import type { ElectronApplication } from 'playwright-core';

export interface SeenWindow {
  readonly isVisible: boolean;
  /** Last part of its address. */
  readonly page: string;
}

export function windowsOf(app: ElectronApplication): Promise<SeenWindow[]> {
  return app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((each) => ({
      isVisible: each.isVisible(),
      page: each.webContents.getURL().replace(/^.*\//, ''),
    })),
  );
}

export async function desksOf(app: ElectronApplication): Promise<SeenWindow[]> {
  return (await windowsOf(app)).filter(({ page }) => page === 'index.html');
}

/** As the user closes it. */
export function closeWindowOf(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((each) => each.webContents.getURL().endsWith('/index.html'))
      ?.close(),
  );
}

/** What the app waits for so long, from now on, is due at once. */
export function hurry(app: ElectronApplication, delayMs: number): Promise<void> {
  return app.evaluate((_electron, hurried) => {
    const later = globalThis.setTimeout;
    const sooner = (task: () => void, ms?: number) => later(task, ms === hurried ? 0 : ms);
    globalThis.setTimeout = sooner as typeof setTimeout;
  }, delayMs);
}
