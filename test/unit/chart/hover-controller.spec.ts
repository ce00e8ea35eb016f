import { describe, expect, it } from 'vitest';
import type { ChartEvents, ChartPoint, HoveredBar } from '../../../src/chart/chart-types';
import { HoverController } from '../../../src/chart/hover-controller';
import { AnnouncementLane } from '../../../src/chart/primitives/announcement-lane/announcement-lane';

const LANE_Y = 216;

/** Sessions stand 10 px apart, bars in sessions 0 to 29, glyphs at sessions 5 and 20. */
function desk() {
  const log: string[] = [];
  const state = { keyed: null as number | null, close: 100, cursor: '', repaints: 0, shift: 0 };
  const candle = (index: number): HoveredBar => ({
    index,
    sessions: 1,
    previousClose: null,
    bar: { time: index, open: 1, high: 2, low: 1, close: state.close, volume: 0 },
  });
  const lane = new AnnouncementLane({
    spacingPx: () => 10,
    centreOf: (session) => session + 0.5,
    xOf: (position) => (position - state.shift) * 10,
    widthPx: () => 400,
  });
  lane.place(
    [5, 20].map((index) => ({
      index,
      marker: {
        sessionKey: index,
        announcements: [{ id: `a${index}`, stage: 'announced', claim: 'confirmed' }],
      },
    })),
  );
  const events: ChartEvents = {
    markerHovered: (group, anchor) =>
      log.push(`marker ${group?.markers[0]?.sessionKey} at ${anchor?.x},${anchor?.y}`),
    markerClicked: () => log.push('clicked'),
    barHovered: (hovered) => log.push(`bar ${hovered?.index ?? 'none'}`),
    visibleRangeChanged: () => log.push('range'),
    painted: () => log.push('painted'),
  };
  const scene = {
    isOverBars: ({ x }: ChartPoint) => x < 400,
    candleAt: (x: number) => {
      const index = Math.floor(x / 10 + state.shift);
      return index < 30 ? candle(index) : null;
    },
    lastVisibleBar: () => candle(29),
    laneCentreY: () => LANE_Y,
    hoverLayers: () => null,
    keyedCandle: () => (state.keyed === null ? null : candle(state.keyed)),
    linkedCandle: () => null,
    showCursor: (cursor: string) => {
      state.cursor = cursor;
    },
    repaint: () => {
      state.repaints += 1;
    },
  };
  return { hover: new HoverController(scene, lane, events), log, state, lane };
}

describe('HoverController', () => {
  it('says which candle the pointer is on, once for each', () => {
    const { hover, log, state } = desk();
    hover.pointTo({ x: 101, y: 50 });
    hover.pointTo({ x: 108, y: 90 });
    hover.pointTo({ x: 111, y: 90 });
    expect(log).toEqual(['bar 10', 'bar 11']);
    expect(state.cursor).toBe('crosshair');
  });

  it('says when the pointer is beside the bars or gone', () => {
    const { hover, log, state } = desk();
    hover.pointTo({ x: 290, y: 50 });
    hover.pointTo({ x: 310, y: 50 });
    hover.pointTo(null);
    expect(log).toEqual(['bar 29', 'bar none']);
    expect(state.cursor).toBe('');
  });

  it('says again what changed under a pointer at rest, and for the legend without one', () => {
    const { hover, log, state } = desk();
    hover.pointTo({ x: 101, y: 50 });
    state.close = 101;
    hover.refresh();
    hover.pointTo(null);
    state.close = 102;
    hover.refresh();
    hover.refresh();
    expect(log).toEqual(['bar 10', 'bar 10', 'bar none', 'bar none']);
  });

  it('speaks of the candle of the keys first, wherever the pointer is', () => {
    const { hover, log, state } = desk();
    hover.pointTo({ x: 101, y: 50 });
    state.keyed = 7;
    hover.refresh();
    hover.pointTo(null);
    state.keyed = null;
    hover.refresh();
    expect(log).toEqual(['bar 10', 'bar 7', 'bar none']);
  });

  it('says which glyph the pointer is on, where it is, and repaints it', () => {
    const { hover, log, state, lane } = desk();
    hover.pointTo({ x: 58, y: LANE_Y + 4 });
    expect(log[0]).toBe(`marker 5 at 55,${LANE_Y}`);
    expect(state).toMatchObject({ cursor: 'pointer', repaints: 1 });
    expect(lane.glyphs()[0]?.hovered).toBe(true);
    hover.pointTo({ x: 70, y: LANE_Y });
    expect(log).toContain('marker undefined at undefined,undefined');
    expect(state.repaints).toBe(2);
  });

  it('notices a glyph that the view moved under the pointer', () => {
    const { hover, log, state } = desk();
    hover.pointTo({ x: 70, y: LANE_Y });
    expect(log.some((line) => line.startsWith('marker'))).toBe(false);
    state.shift = -1.5;
    hover.refresh();
    expect(log).toContain(`marker 5 at 70,${LANE_Y}`);
  });

  it('offers no glyph while the user drags', () => {
    const { hover, log, state } = desk();
    hover.pointTo({ x: 55, y: LANE_Y });
    hover.drag(true);
    expect(state.cursor).toBe('grabbing');
    expect(log.at(-1)).toBe('marker undefined at undefined,undefined');
    hover.drag(false);
    expect(log.at(-1)).toBe(`marker 5 at 55,${LANE_Y}`);
  });

  it('finds the glyph at any point', () => {
    const { hover } = desk();
    expect(hover.groupAt({ x: 205, y: LANE_Y })?.markers[0]?.sessionKey).toBe(20);
    expect(hover.groupAt({ x: 205, y: 50 })).toBeNull();
  });
});
