import { describe, expect, it } from 'vitest';
import {
  layOutPicture,
  paintPicture,
  type PictureTexts,
} from '../../../../src/features/industry/picture-layout';
import { GUTTER_PX } from '../../../../src/features/industry/roadmap-scene';
import { dayAt } from '../../../../src/features/industry/time-scale';
import { RecordingBrush } from './recording-brush';
import { sampleScene } from './sample-scene';

const TEXTS: PictureTexts = {
  ...{ title: 'Chips', subtitle: '2023 to 2024', made: 'Made today', legend: 'Solid is sure' },
  ...{ publishedBy: 'By:', separator: ', ' },
  publishers: Array.from({ length: 80 }, (_, at) => `Publisher number ${at}`),
};

const shown = sampleScene({ scrollPx: 90, heightPx: 120 });
const picture = layOutPicture(shown, TEXTS);
const brush = new RecordingBrush();
paintPicture(brush, picture);

describe('a picture to keep', () => {
  it('has every row, whatever was in view', () => {
    expect(brush.texts()).toEqual(expect.arrayContaining(['acme', 'acme-a1', 'bolt', 'bolt-b1']));
  });

  it('shows the period that was shown', () => {
    const { scene } = picture;
    expect(scene.scale.fromDay).toBe(shown.scale.fromDay);
    const end = (its: typeof scene): number => dayAt(its.scale, its.widthPx - GUTTER_PX);
    expect(end(scene)).toBeCloseTo(end(shown), 6);
  });

  it('says what it is, when it was made, what the signs mean and whose texts it stands on', () => {
    expect(brush.texts()).toEqual(
      expect.arrayContaining([
        'Chips',
        '2023 to 2024',
        'Made today',
        'Solid is sure',
        'stage planned',
      ]),
    );
    const sources = picture.sourceLines.join(' ');
    for (const publisher of TEXTS.publishers) expect(sources).toContain(publisher);
    expect(sources).toMatch(/^By: Publisher number 0, /);
    expect(brush.texts()).toEqual(expect.arrayContaining([...picture.sourceLines]));
  });

  it('holds all that is drawn', () => {
    const lowest = Math.max(...brush.drawn.map(({ y }) => y));
    expect(lowest).toBeLessThan(picture.heightPx);
    expect(lowest).toBeGreaterThan(picture.heightPx - 60);
    for (const { x, kind } of brush.drawn) {
      if (kind === 'text') expect(x).toBeLessThan(picture.widthPx);
    }
  });
});
