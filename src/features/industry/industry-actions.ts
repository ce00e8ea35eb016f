import { toCsv, toMarkdown } from '../../shared/domain/formats/table-text';
import type { FileKind } from '../../shared/domain/formats/file-kind';
import type { Desk } from '../../state/desk.svelte';
import { type LeagueRow, plainTable } from './league-rows';
import { makePicture, picturePng, pictureSvg } from './picture-export';
import { readPictureTheme } from './picture-theme';
import type { RoadmapScene } from './roadmap-scene';
import { dateOf } from './time-scale';

const MS_PER_DAY = 86_400_000;
/** Spreadsheets take a file for the system's own encoding without it. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Saves the roadmap as it is shown. @returns what came of it in words; empty where nothing was wanted */
export async function savePicture(
  desk: Desk,
  scene: RoadmapScene,
  kind: 'svg' | 'png',
): Promise<string> {
  const picture = await makePicture(desk, scene);
  const theme = readPictureTheme(document.documentElement);
  const bytes =
    kind === 'png'
      ? await picturePng(picture, theme)
      : new TextEncoder().encode(pictureSvg(picture, theme, desk.settings.locale));
  return saveBytes(desk, desk.t.industry.roadmap.picture.title, kind, bytes);
}

/** Saves the rows of the table as they are ordered; as {@link savePicture}. */
export function saveTable(desk: Desk, rows: readonly LeagueRow[]): Promise<string> {
  const text = BYTE_ORDER_MARK + toCsv(plainTable(rows, desk));
  return saveBytes(desk, desk.t.industry.table.label, 'csv', new TextEncoder().encode(text));
}

/** @returns how many rows were copied, in words */
export async function copyTable(
  desk: Desk,
  rows: readonly LeagueRow[],
  kind: 'csv' | 'md',
): Promise<string> {
  const table = plainTable(rows, desk);
  const text = kind === 'csv' ? toCsv(table) : toMarkdown(table);
  await desk.client.files.copyText({ text });
  return desk.t.industry.copied(rows.length);
}

async function saveBytes(
  desk: Desk,
  title: string,
  kind: FileKind,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const t = desk.t.industry;
  const suggestedName = `${title} ${dateOf(desk.now() / MS_PER_DAY)}`;
  const result = await desk.client.files.saveFile({ suggestedName, kind, bytes });
  if (result.saved) return t.saved;
  return result.reason === 'closed' ? '' : t.notSaved[result.reason];
}
