import type { App } from 'electron';
import { type HandOver, readHandOver } from './hand-over';
import type { Shutdown } from './shutdown';

/**
 * Quits in order, whoever asks for it, and passes on what a second start of the app wanted. Unless it
 * lives on in the tray, the app ends with its window on every system: there is nothing of it left to
 * come back to.
 */
export function followLifeCycle(
  app: Pick<App, 'on' | 'quit'>,
  shutdown: Shutdown,
  takeOver: (wishes: HandOver) => void,
  livesInTray: () => boolean,
): void {
  app.on('window-all-closed', () => {
    if (!livesInTray()) app.quit();
  });
  app.on('before-quit', (event) => {
    event.preventDefault();
    void shutdown.end(0);
  });
  // How macOS hands a file over; the other systems start the app once more.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    takeOver(readHandOver({ listFile: path }));
  });
  app.on('second-instance', (_event, _argv, _cwd, wishes) => takeOver(readHandOver(wishes)));
}
