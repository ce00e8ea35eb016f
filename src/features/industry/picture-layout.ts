import { type Claim, STAGES } from '../../shared/domain/announcement/announcement';
import type { Brush } from './brush';
import { paintGlyph } from './paint-glyph';
import { paintRoadmap } from './paint-roadmap';
import { heightOf } from './roadmap-rows';
import { AXIS_PX, ClusterCache, GUTTER_PX, type RoadmapScene } from './roadmap-scene';
import { textPx, wrapText } from './text-room';

const WIDTH_PX = 1640;
const MARGIN_PX = 28;
const HEAD_PX = 76;
const LEGEND_PX = 52;
const LINE_PX = 15;
const SMALL_PX = 10.5;

/** The words around the roadmap of a picture. */
export interface PictureTexts {
  readonly title: string;
  /** Period, number of chips and companies. */
  readonly subtitle: string;
  /** With what and when it was made. */
  readonly made: string;
  /** What outlines, spans and question marks mean. */
  readonly legend: string;
  /** Stands before the publishers. */
  readonly publishedBy: string;
  /** Whose texts the claims stand on. */
  readonly publishers: readonly string[];
  readonly separator: string;
}

/** A picture of the roadmap that stands for itself: all rows, with title, legend and sources. */
export interface Picture {
  readonly scene: RoadmapScene;
  readonly texts: PictureTexts;
  readonly sourceLines: readonly string[];
  readonly widthPx: number;
  readonly heightPx: number;
}

/** @param shown - as it is on the screen: its period and its folded lanes are those of the picture */
export function layOutPicture(shown: RoadmapScene, texts: PictureTexts): Picture {
  const widthPx = WIDTH_PX - 2 * MARGIN_PX;
  const days = (shown.widthPx - GUTTER_PX) / shown.scale.dayPx;
  const scene: RoadmapScene = {
    ...shown,
    scale: { fromDay: shown.scale.fromDay, dayPx: (widthPx - GUTTER_PX) / days },
    ...{ widthPx, heightPx: AXIS_PX + heightOf(shown.rows), scrollPx: 0 },
    clusters: new ClusterCache(),
    ...{ hovered: null, active: null },
  };
  const pieces = [texts.publishedBy, ...texts.publishers];
  const sourceLines = wrapText(pieces, texts.separator, SMALL_PX, widthPx).map((line) =>
    line.replace(texts.publishedBy + texts.separator, `${texts.publishedBy} `),
  );
  const footPx = LEGEND_PX + sourceLines.length * LINE_PX + MARGIN_PX;
  return {
    ...{ scene, texts, sourceLines, widthPx: WIDTH_PX },
    heightPx: HEAD_PX + scene.heightPx + footPx,
  };
}

export function paintPicture(brush: Brush, picture: Picture): void {
  const { scene, texts, sourceLines, widthPx, heightPx } = picture;
  const x = MARGIN_PX;
  brush.box({ x: 0, y: 0, widthPx, heightPx }, { fill: 'pane' });
  brush.text({ x, y: 38 }, texts.title, { ink: 'text', sizePx: 22, weight: 650 });
  brush.text({ x, y: 60 }, texts.subtitle, { ink: 'muted', sizePx: 13 });
  const right = { x: widthPx - MARGIN_PX, y: 60 };
  brush.text(right, texts.made, { ink: 'muted', sizePx: 12, align: 'end' });
  const area = { x, y: HEAD_PX, widthPx: scene.widthPx, heightPx: scene.heightPx };
  brush.within(area, () => paintRoadmap(brush, scene));
  brush.box(area, { stroke: { ink: 'line', widthPx: 1 } });
  const footY = HEAD_PX + scene.heightPx;
  paintLegend(brush, picture, footY + 22);
  sourceLines.forEach((line, at) => {
    const y = footY + LEGEND_PX + 8 + at * LINE_PX;
    brush.text({ x, y }, line, { ink: 'muted', sizePx: SMALL_PX });
  });
}

function paintLegend(brush: Brush, { scene, texts }: Picture, y: number): void {
  let x = MARGIN_PX + 8;
  for (const stage of STAGES.filter((each) => each !== 'context')) {
    const claim = { id: stage, stage, claim: 'confirmed' as Claim, verified: true };
    const word = scene.words.stage(stage);
    paintGlyph(brush, { marks: [{ claim }] }, { x, y, span: null }, 'none');
    brush.text({ x: x + 12, y: y + 4 }, word, { ink: 'text', sizePx: 11.5 });
    x += 12 + textPx(word, 11.5) + 26;
  }
  brush.text({ x: MARGIN_PX, y: y + 24 }, texts.legend, { ink: 'muted', sizePx: 11.5 });
}
