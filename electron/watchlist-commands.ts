import type { HeadlessCommand, HeadlessParts } from './app/headless-command';
import type { Ending } from './app/launch';

export async function importWatchlist(
  command: Extract<HeadlessCommand, { kind: 'import-watchlist' }>,
  parts: HeadlessParts,
): Promise<Ending> {
  throw new Error(`${command.kind} is not there yet in ${parts.appVersion}`);
}

export async function exportWatchlist(
  command: Extract<HeadlessCommand, { kind: 'export-watchlist' }>,
  parts: HeadlessParts,
): Promise<Ending> {
  throw new Error(`${command.kind} is not there yet in ${parts.appVersion}`);
}
