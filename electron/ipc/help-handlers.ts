import type { TapeoutHandlers } from '../../src/shared/ipc/contract';
import type { OpenResult } from '../../src/shared/ipc/open-result';

/** The pages that help links and the help menu lead to. */
export const HELP_ADDRESSES = {
  'charting-library': 'https://www.tradingview.com/lightweight-charts/',
  project: 'https://github.com/tapeout-app/tapeout',
} as const;

export function createHelpHandlers(
  openLink: (address: string) => Promise<OpenResult>,
): TapeoutHandlers['help'] {
  return { openLink: ({ link }) => openLink(HELP_ADDRESSES[link]) };
}
