import { isAbsolute } from 'node:path';
import { CHART_INTERVALS, type ChartInterval } from '../../src/shared/domain/candle/interval';
import { type InstrumentId, isInstrumentId } from '../../src/shared/domain/instrument/instrument';
import { type Locale, LOCALES } from '../../src/shared/domain/settings/settings';
import type { LaunchRequest } from './launch-request';

/** What a second start of the app leaves to the one that runs. */
export interface HandOver {
  readonly symbol: InstrumentId | null;
  readonly interval: ChartInterval | null;
  readonly locale: Locale | null;
  readonly theme: 'dark' | 'light' | null;
  readonly barsFolder: string | null;
  readonly offline: boolean;
  /** Absolute path of a list to open. */
  readonly listFile: string | null;
}

export function toHandOver(request: LaunchRequest): HandOver {
  const { symbol, interval, locale, theme, barsFolder, offline, listFile } = request;
  return { symbol, interval, locale, theme, barsFolder, offline, listFile };
}

/**
 * Reads what another process of this user sent. It may be another version of the app or no Tapeout
 * at all, so each part that is not what it should be counts as not given.
 */
export function readHandOver(data: unknown): HandOver {
  const { symbol, interval, locale, theme, barsFolder, offline, listFile } = (
    typeof data === 'object' && data !== null ? data : {}
  ) as Record<keyof HandOver, unknown>;
  return {
    symbol: typeof symbol === 'string' && isInstrumentId(symbol) ? symbol : null,
    interval: CHART_INTERVALS.find((known) => known === interval) ?? null,
    locale: LOCALES.find((known) => known === locale) ?? null,
    theme: theme === 'dark' || theme === 'light' ? theme : null,
    barsFolder: typeof barsFolder === 'string' && barsFolder !== '' ? barsFolder : null,
    offline: offline === true,
    listFile: typeof listFile === 'string' && isAbsolute(listFile) ? listFile : null,
  };
}
