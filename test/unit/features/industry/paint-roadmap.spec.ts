import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paintRoadmap } from '../../../../src/features/industry/paint-roadmap';
import {
  AXIS_PX,
  GUTTER_PX,
  type RoadmapScene,
} from '../../../../src/features/industry/roadmap-scene';
import { dayOf, xOf } from '../../../../src/features/industry/time-scale';
import type { AnnouncementSummary } from '../../../../src/shared/domain/announcement/announcement';
import { anyClaims, claimOf } from './made-up-claims';
import { RecordingBrush } from './recording-brush';
import { sampleScene } from './sample-scene';

function painted(scene: RoadmapScene): RecordingBrush {
  const brush = new RecordingBrush();
  paintRoadmap(brush, scene);
  return brush;
}

const chipClaims = (...claims: AnnouncementSummary[]) => sampleScene({ claims });

describe('the picture of the roadmap', () => {
  it('names every row in view, under the axis', () => {
    const brush = painted(sampleScene());
    expect(brush.texts()).toEqual(
      expect.arrayContaining(['acme', 'acme-a', 'acme-a1', 'acme-a2', 'bolt', 'bolt-b', 'bolt-b1']),
    );
    const name = brush.drawn.find(({ text }) => text === 'acme-a1');
    expect(name?.y).toBeGreaterThan(AXIS_PX);
    expect(name?.x).toBeLessThan(GUTTER_PX);
  });

  it('draws nothing of rows out of view', () => {
    const texts = painted(sampleScene({ scrollPx: 116, heightPx: AXIS_PX + 60 })).texts();
    expect(texts).toContain('bolt');
    expect(texts).not.toContain('acme-a1');
  });

  it('names each claim for whoever points at it, and says the last stage of a row', () => {
    const brush = painted(sampleScene());
    expect(brush.names).toEqual([
      ...['claim acme-plan', 'claim acme-a1', 'claim acme-a2', 'claim bolt-rumour'],
    ]);
    expect(brush.texts()).toContain('stage taped-out');
  });

  it('puts a glyph where its day is', () => {
    const scene = chipClaims(claimOf('a', '2023-03-01'));
    const circle = painted(scene).drawn.find(
      ({ kind, style }) => kind === 'circle' && style.fill === 'pane',
    );
    expect(circle?.x).toBeCloseTo(GUTTER_PX + xOf(scene.scale, dayOf('2023-03-01') + 0.5), 6);
  });

  it('draws what is not known to the day as long as it is, and never as a point', () => {
    const span = (precision: 'month' | 'quarter' | 'year', dayPx: number): number => {
      const claim = claimOf('a', '2023-01-01', { precision });
      const scene = { ...chipClaims(claim), scale: { fromDay: dayOf('2022-12-01'), dayPx } };
      const band = painted(scene).drawn.find(
        ({ kind, style }) => kind === 'box' && style.alpha === 0.16,
      );
      return band?.widthPx ?? 0;
    };
    expect(span('month', 2)).toBe(62);
    expect(span('quarter', 2)).toBe(180);
    expect(span('year', 2)).toBe(730);
    expect(span('month', 0.1)).toBe(28);
  });

  it('tells rumoured, reported and confirmed apart by outline and bar', () => {
    const outlineOf = (claim: 'rumoured' | 'reported' | 'confirmed') => {
      const told = [claimOf('a', '2023-02-01', { claim }), claimOf('b', '2023-06-01', { claim })];
      const { drawn } = painted(chipClaims(...told));
      const bar = drawn.find(({ kind, widthPx }) => kind === 'box' && Math.abs(widthPx - 242) < 1);
      const glyph = drawn.find(({ kind, style }) => kind === 'circle' && style.fill === 'pane');
      return JSON.stringify([bar?.style, glyph?.style.stroke]);
    };
    const looks = [outlineOf('rumoured'), outlineOf('reported'), outlineOf('confirmed')];
    expect(new Set(looks).size).toBe(3);
  });

  it('marks what nobody has verified', () => {
    const texts = (verified: boolean) =>
      painted(chipClaims(claimOf('a', '2023-02-01', { verified }))).texts();
    expect(texts(false)).toContain('?');
    expect(texts(true)).not.toContain('?');
  });

  it('shows how many claims a glyph stands for', () => {
    const two = [claimOf('a', '2023-02-01'), claimOf('b', '2023-02-02')];
    const brush = painted(chipClaims(...two));
    expect(brush.texts()).toContain('2');
    expect(brush.names).toEqual(['claim a\nclaim b']);
  });

  it('ends the bar of a chip in use in green, of one that was given up in red', () => {
    const capOf = (stage: 'deployed' | 'cancelled' | 'sampling') => {
      const told = [claimOf('a', '2023-02-01'), claimOf('b', '2023-06-01', { stage })];
      const caps = painted(chipClaims(...told)).drawn.filter(
        ({ kind, widthPx, style }) => kind === 'box' && widthPx === 2 && !style.alpha,
      );
      return caps.map(({ style }) => style.fill);
    };
    expect(capOf('deployed')).toEqual(['green']);
    expect(capOf('cancelled')).toEqual(['red']);
    expect(capOf('sampling')).toEqual([]);
  });

  it('points to what lies beyond the edge', () => {
    const scene = chipClaims(claimOf('a', '2019-05-01'));
    expect(painted(scene).texts()).toContain('‹ 2019');
    expect(painted(chipClaims(claimOf('a', '2031-05-01'))).texts()).toContain('2031 ›');
  });

  it('marks today', () => {
    const brush = painted(sampleScene());
    const label = brush.drawn.find(({ text }) => text === 'now');
    expect(label?.x).toBeCloseTo(GUTTER_PX + 2 * (dayOf('2024-03-28') - dayOf('2023-01-01')), 6);
  });

  it('marks where the keyboard is', () => {
    const active = { rowKey: 'chip acme-a1', claimId: 'acme-a1' };
    const rings = (scene: RoadmapScene): number =>
      painted(scene).drawn.filter(({ kind, widthPx }) => kind === 'circle' && widthPx === 22)
        .length;
    expect(rings(sampleScene({ active }))).toBe(1);
    expect(rings(sampleScene())).toBe(0);
  });

  it('keeps glyphs of a row apart at every scale', () => {
    const dayPx = fc.double({ min: 0.15, max: 80, noNaN: true });
    fc.assert(
      fc.property(anyClaims, dayPx, (claims, px) => {
        const scene = {
          ...chipClaims(...claims),
          scale: { fromDay: dayOf('2005-01-01'), dayPx: px },
        };
        const glyphs = painted(scene).drawn.filter(
          ({ kind, style, widthPx }) => kind === 'circle' && style.fill === 'pane' && widthPx > 10,
        );
        glyphs.slice(1).forEach(({ x }, at) => {
          expect(x - (glyphs[at]?.x ?? 0)).toBeGreaterThanOrEqual(14.5);
        });
      }),
      { numRuns: 50 },
    );
  });
});
