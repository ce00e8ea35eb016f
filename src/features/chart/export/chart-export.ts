import { writeBarsCsv } from '../../../shared/domain/formats/bars-csv-writer';
import { lowerBound } from '../../../shared/domain/candle/bar-columns';
import { isIntraday } from '../../../shared/domain/candle/interval';
import { splitInstrumentId } from '../../../shared/domain/instrument/instrument';
import type { FileKind } from '../../../shared/domain/formats/file-kind';
import type { Chart } from '../../../state/chart.svelte';
import type { Desk } from '../../../state/desk.svelte';
import { barTimeText } from '../bar-time-text';
import { readChartTheme } from '../chart-colors';
import { framedPicture, pngOf, type PictureFrame } from './framed-picture';

/** Puts a picture of the active chart on the clipboard. */
export async function copyPicture(desk: Desk): Promise<void> {
  const png = await pictureOf(desk);
  if (!png) return desk.notices.showError(desk.t.export.nothingShown);
  const { copied } = await desk.client.files.copyPicture({ png });
  if (copied) desk.notices.show(desk.t.export.copied);
  else desk.notices.showError(desk.t.export.notCopied);
}

/** Asks where to save a picture of the active chart. */
export async function savePicture(desk: Desk): Promise<void> {
  const png = await pictureOf(desk);
  if (!png) return desk.notices.showError(desk.t.export.nothingShown);
  await save(desk, 'png', png);
}

/** Asks where to save the bars that the active chart shows. */
export async function saveBars(desk: Desk, bom = false): Promise<void> {
  const csv = visibleCsv(desk, desk.charts.active, bom);
  if (csv === null) return desk.notices.showError(desk.t.export.nothingShown);
  await save(desk, 'csv', new TextEncoder().encode(csv));
}

/** The bars in view as CSV; null where none is. */
export function visibleCsv(
  desk: Desk,
  { series, comparisons }: Chart,
  bom: boolean,
): string | null {
  const { visible, bars, interval, instrument, calendar } = series;
  if (instrument === null || visible === null || bars.length === 0) return null;
  const t = desk.t.export;
  const { locale } = desk.settings;
  const currencyOf = (id: string): string =>
    desk.quotes.get(id)?.currency ?? desk.instruments.get(id)?.currency ?? '';
  const basis = t.bases[series.answer?.basis ?? 'as-given'];
  const unit = [currencyOf(instrument), basis].filter(Boolean).join(', ');
  const priced = (name: string): string => `${name} (${unit})`;
  const clock = calendar?.clock ?? null;
  const zone = clock?.timezone ?? 'UTC';
  return writeBarsCsv({
    ...{ bars, interval, clock, bom },
    from: lowerBound(bars, visible.fromKey),
    to: Math.min(bars.length, lowerBound(bars, visible.toKey) + 1) - 1,
    headers: [
      isIntraday(interval) ? t.start(zone) : t.session(zone),
      ...([t.open, t.high, t.low, t.close].map(priced) as [string, string, string, string]),
      t.volume,
      t.adjustedClose(currencyOf(instrument)),
    ],
    others: comparisons.lines.map(({ id, closes }) => ({
      closes,
      header: `${desk.instruments.nameOf(id, locale)} ${t.close} (${currencyOf(id)})`,
    })),
  });
}

async function save(desk: Desk, kind: FileKind, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const t = desk.t.export;
  const suggestedName = fileName(desk.charts.active);
  const result = await desk.client.files.saveFile({ suggestedName, kind, bytes });
  if (result.saved) desk.notices.show(t.saved);
  else if (result.reason !== 'closed') desk.notices.showError(t.notSaved[result.reason]);
}

/** `NVDA D 2025-12-03 2026-05-28`, without what a file name may not have. */
function fileName({ series }: Chart): string {
  const { instrument, interval, visible } = series;
  const { code } = splitInstrumentId(instrument ?? ':');
  const day = (key: number): string => new Date(key * 1000).toISOString().slice(0, 10);
  const days = visible ? [day(visible.fromKey), day(visible.toKey)] : [];
  return [code.replace(/[^A-Z0-9.-]/g, ''), interval, ...days].join(' ').replace(/^[.\s]+/, '');
}

/** The length of the bars, or which line stands in their place. */
function shownName({ t }: Desk, { series, sessionView }: Chart): string {
  if (!sessionView.shown) return t.chart.intervalNames[series.interval];
  return sessionView.sessions === 1 ? t.sessionLine.oneDayName : t.sessionLine.fiveDaysName;
}

async function pictureOf(desk: Desk): Promise<Uint8Array<ArrayBuffer> | null> {
  const chart = desk.charts.active;
  const { instrument, visible } = chart.series;
  const canvas = instrument !== null && visible !== null ? chart.picture.take() : null;
  if (canvas === null) return null;
  return pngOf(framedPicture(canvas, frameOf(desk, chart), devicePixelRatio));
}

function frameOf(desk: Desk, chart: Chart): PictureFrame {
  const { series, comparisons, sessionView } = chart;
  const { instrument, interval, source } = series;
  const { locale, current } = desk.settings;
  const t = desk.t;
  const id = instrument ?? current.charted;
  const nameOf = (each: string): string => desk.instruments.nameOf(each, locale);
  const withCurrency = (each: string): string =>
    [
      nameOf(each),
      desk.quotes.get(each)?.currency ?? desk.instruments.get(each)?.currency ?? '',
    ].join(' ');
  const lines = sessionView.shown ? [] : comparisons.lines;
  const compared = lines.map((line) => withCurrency(line.id));
  const zone = series.calendar?.timezone ?? 'UTC';
  const base = lines.length > 0 ? comparisons.probe?.base() : null;
  const theme = readChartTheme(document.documentElement);
  return {
    title: `${nameOf(id)} ${splitInstrumentId(id).code}`,
    detail: [
      withCurrency(id),
      shownName(desk, chart),
      compared.length > 0 && t.export.comparedWith(compared.join(', ')),
      base && t.compare.base(barTimeText(base.time, interval, zone, desk.formats, t.chart)),
    ]
      .filter(Boolean)
      .join(' · '),
    source: [
      source && t.chart.pricesFrom(t.chart.sources[source]),
      desk.formats.moment(desk.now(), zone),
      zone,
    ]
      .filter(Boolean)
      .join(' · '),
    attribution: `Tapeout · ${t.shell.attribution}`,
    mark: source === 'simulated' ? t.chart.simulated : null,
    ...{ background: theme.background, text: theme.text, muted: theme.mutedText },
    ...{ amber: theme.amber, fontFamily: theme.fontFamily },
  };
}
