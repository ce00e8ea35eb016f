import type { HeadlessCommand, HeadlessParts } from './app/headless-command';
import type { Ending } from './app/launch';

const EXIT_FAILED = 1;

/** Composition root of what is done without a window; each part is loaded when it is asked for. */
export async function runHeadless(command: HeadlessCommand, parts: HeadlessParts): Promise<Ending> {
  try {
    return await dispatch(command, parts);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = `tapeout: --${command.kind} failed: ${message}`.replaceAll(/\s*[\r\n]+\s*/g, ' ');
    return { exitCode: EXIT_FAILED, stdout: '', stderr: `${line}\n` };
  }
}

async function dispatch(command: HeadlessCommand, parts: HeadlessParts): Promise<Ending> {
  switch (command.kind) {
    case 'import-watchlist':
      return (await import('./watchlist-commands')).importWatchlist(command, parts);
    case 'export-watchlist':
      return (await import('./watchlist-commands')).exportWatchlist(command, parts);
    case 'replay-alerts':
      return (await import('./alert-commands')).replayAlerts(command, parts);
    case 'event-study':
      return (await import('./evidence-commands')).eventStudy(command, parts);
    case 'verify-evidence':
      return (await import('./evidence-commands')).verifyEvidence(command, parts);
  }
}
