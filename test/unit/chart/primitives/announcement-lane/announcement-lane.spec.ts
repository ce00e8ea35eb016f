import { describe, expect, it } from 'vitest';
import type { ChartMarker } from '../../../../../src/chart/chart-types';
import {
  AnnouncementLane,
  isSameGroup,
} from '../../../../../src/chart/primitives/announcement-lane/announcement-lane';

const marker = (index: number): ChartMarker => ({
  sessionKey: index * 86_400,
  announcements: [{ id: `a${index}`, stage: 'announced', claim: 'confirmed' }],
});

/** A plot of 400 px whose left edge shows session `first`, `spacing` px apart. */
function laneOf(indices: number[], plot = { first: 0, spacing: 10, stride: 1 }) {
  const lane = new AnnouncementLane({
    spacingPx: () => plot.spacing,
    centreOf: (session) => (Math.floor(session / plot.stride) + 0.5) * plot.stride,
    xOf: (position) => (position - plot.first) * plot.spacing,
    widthPx: () => 400,
  });
  lane.place(indices.map((index) => ({ index, marker: marker(index) })));
  return { lane, plot };
}

describe('AnnouncementLane', () => {
  it('puts a glyph under the candle of its session', () => {
    const { lane } = laneOf([2, 9]);
    expect(lane.glyphs().map(({ x }) => x)).toEqual([25, 95]);
    expect(lane.placedCount).toBe(2);
  });

  it('joins glyphs that are closer than 18 px and counts them', () => {
    const { lane } = laneOf([2, 3, 9]);
    expect(lane.glyphs().map(({ x, group }) => [x, group.markers.length])).toEqual([
      [30, 2],
      [95, 1],
    ]);
    expect(lane.glyphs()[0]?.look.symbol).toEqual({ kind: 'text', text: '2' });
  });

  it('keeps its groups while the plot is panned', () => {
    const { lane, plot } = laneOf([2, 3, 9, 10, 11]);
    const groups = lane.glyphs().map(({ group }) => group);
    plot.first = 1.37;
    expect(lane.glyphs().map(({ group }) => group)).toEqual(groups);
  });

  it('groups anew at another zoom and at another level of detail', () => {
    const { lane, plot } = laneOf([0, 2, 3, 9]);
    expect(lane.glyphs()).toHaveLength(3);
    plot.spacing = 40;
    expect(lane.glyphs()).toHaveLength(4);
    plot.stride = 4;
    expect(lane.glyphs().map(({ x, group }) => [x, group.markers.length])).toEqual([
      [80, 3],
      [400, 1],
    ]);
  });

  it('leaves out what is beyond the edges of the plot', () => {
    const { lane } = laneOf([0, 39, 41, 400], { first: 1.5, spacing: 10, stride: 1 });
    expect(lane.glyphs().map(({ x }) => x)).toEqual([380, 400]);
  });

  it('finds the nearest glyph within its circle and 3 px around it', () => {
    const { lane } = laneOf([2, 4]);
    expect(lane.glyphAt(26, 3)?.x).toBe(25);
    expect(lane.glyphAt(36, 0)?.x).toBe(45);
    expect(lane.glyphAt(25, 11)?.x).toBe(25);
    expect(lane.glyphAt(25, 11.1)).toBeNull();
    expect(lane.glyphAt(70, 0)).toBeNull();
  });

  it('marks what is hovered and what is selected, also inside a group', () => {
    const { lane } = laneOf([2, 3, 9]);
    lane.select(3 * 86_400);
    const [first, second] = lane.glyphs();
    expect(lane.hover(second?.group ?? null)).toBe(true);
    expect(lane.hover(second?.group ?? null)).toBe(false);
    expect(lane.glyphs().map(({ selected, hovered }) => [selected, hovered])).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(first?.selected).toBe(true);
    lane.select(null);
    expect(lane.hover(null)).toBe(true);
    expect(lane.glyphs().some(({ selected, hovered }) => selected || hovered)).toBe(false);
  });
});

describe('isSameGroup', () => {
  it('compares by the markers', () => {
    const [a, b] = [marker(1), marker(2)];
    expect(isSameGroup({ markers: [a, b] }, { markers: [a, b] })).toBe(true);
    expect(isSameGroup({ markers: [a] }, { markers: [a, b] })).toBe(false);
    expect(isSameGroup({ markers: [a] }, { markers: [b] })).toBe(false);
    expect(isSameGroup(null, { markers: [a] })).toBe(false);
    expect(isSameGroup(null, null)).toBe(true);
  });
});
