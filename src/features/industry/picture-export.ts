import type { AnnouncementSource } from '../../shared/domain/announcement/announcement';
import type { Desk } from '../../state/desk.svelte';
import type { PictureTheme } from './brush';
import { CanvasBrush } from './canvas-brush';
import { layOutPicture, paintPicture, type Picture, type PictureTexts } from './picture-layout';
import type { PlacedRow } from './roadmap-rows';
import { SvgBrush } from './svg-brush';
import { dateOf, dayAt } from './time-scale';
import { GUTTER_PX, type RoadmapScene } from './roadmap-scene';

const SHARPEST = 2;
/** Beyond these a browser makes no canvas, or one that takes the memory of everything else. */
const LONGEST_SIDE_PX = 16_000;
const LARGEST_PX = 90_000_000;

/** The roadmap as it is shown, with all its rows, the words around it and whose texts it stands on. */
export async function makePicture(desk: Desk, scene: RoadmapScene): Promise<Picture> {
  return layOutPicture(scene, await pictureTexts(desk, scene));
}

export function pictureSvg(picture: Picture, theme: PictureTheme, language: string): string {
  const brush = new SvgBrush(theme);
  paintPicture(brush, picture);
  const { texts } = picture;
  const description = [texts.subtitle, texts.made, texts.legend, ...picture.sourceLines].join('\n');
  return brush.finish(picture, { title: texts.title, description, language });
}

/** @returns the whole file; twice as sharp as the screen where a picture of that size can be made */
export async function picturePng(
  picture: Picture,
  theme: PictureTheme,
): Promise<Uint8Array<ArrayBuffer>> {
  const { widthPx, heightPx } = picture;
  const ratio = Math.min(
    SHARPEST,
    LONGEST_SIDE_PX / Math.max(widthPx, heightPx),
    Math.sqrt(LARGEST_PX / (widthPx * heightPx)),
  );
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(widthPx * ratio);
  canvas.height = Math.round(heightPx * ratio);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas for a picture');
  context.scale(ratio, ratio);
  paintPicture(new CanvasBrush(context, theme), picture);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('no PNG of a picture');
  return new Uint8Array(await blob.arrayBuffer());
}

async function pictureTexts(desk: Desk, scene: RoadmapScene): Promise<PictureTexts> {
  const { t, formats } = desk;
  const texts = t.industry.roadmap.picture;
  const sources = await sourcesOf(desk, scene.rows);
  const plotPx = scene.widthPx - GUTTER_PX;
  const month = (day: number): string => formats.month(dateOf(day));
  const { fromDay } = scene.scale;
  const counts = [
    texts.period(month(fromDay), month(dayAt(scene.scale, plotPx))),
    t.industry.chips(scene.rows.filter(({ row }) => row.kind === 'chip').length),
    t.industry.companies(scene.rows.filter(({ row }) => row.kind === 'company').length),
    texts.sourceLines(sources.length),
  ];
  return {
    title: texts.title,
    subtitle: counts.join(' · '),
    made: texts.made(formats.date(dateOf(scene.nowDay))),
    legend: texts.legendClaims,
    publishedBy: texts.publishedBy,
    publishers: byFrequency(sources.map(({ publisher }) => publisher)),
    separator: t.timeline.listSeparator,
  };
}

/** Main has the sources; the page has only how many there are. */
async function sourcesOf(
  { client }: Desk,
  rows: readonly PlacedRow[],
): Promise<readonly AnnouncementSource[]> {
  const ids = new Set(rows.flatMap(({ row }) => row.marks.map(({ claim }) => claim.id)));
  const announcements = await Promise.all([...ids].map((id) => client.timeline.get({ id })));
  return announcements.flatMap((announcement) => announcement?.sources ?? []);
}

function byFrequency(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}
