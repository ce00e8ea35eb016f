import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RoadmapPointer } from '../../../../src/features/industry/roadmap-pointer';
import { GUTTER_PX } from '../../../../src/features/industry/roadmap-scene';
import {
  type RoadmapHit,
  RoadmapStage,
} from '../../../../src/features/industry/roadmap-stage.svelte';
import { dayAt } from '../../../../src/features/industry/time-scale';
import type { DeskUnderTest } from '../../../helpers/desk-under-test';
import { endDesk, industryDesk } from './industry-desk';

let made: DeskUnderTest;
let stage: RoadmapStage;
let pointer: RoadmapPointer;
let chosen: RoadmapHit[];

const currentTarget = {
  getBoundingClientRect: () => ({ left: 10, top: 20 }),
  setPointerCapture: vi.fn(),
};

beforeEach(async () => {
  vi.stubGlobal('WheelEvent', { DOM_DELTA_LINE: 1 });
  made = await industryDesk();
  stage = new RoadmapStage(made.desk);
  stage.widthPx = 1000 + GUTTER_PX;
  stage.heightPx = 600;
  chosen = [];
  pointer = new RoadmapPointer(stage, (hit) => chosen.push(hit));
});
afterEach(() => endDesk(made));

/** A pointer at a place of the plot. */
const at = (pointerId: number, x: number, y = 300): PointerEvent =>
  ({
    ...{ pointerId, button: 0, currentTarget },
    ...{ clientX: 10 + GUTTER_PX + x, clientY: 20 + y },
  }) as unknown as PointerEvent;

const turned = (rest: object) => {
  const preventDefault = vi.fn();
  const event = { ...at(1, 500), ...{ deltaMode: 0, deltaX: 0, deltaY: 0 }, ...rest };
  pointer.wheel({ ...event, preventDefault } as unknown as WheelEvent);
  return preventDefault.mock.calls.length > 0;
};

describe('fingers', () => {
  it('zoom where two of them part, with what lies between them where it is', () => {
    const { dayPx } = stage.scale;
    const middle = dayAt(stage.scale, 500);
    pointer.down(at(1, 450));
    pointer.down(at(2, 550));
    pointer.move(at(1, 400));
    pointer.move(at(2, 600));
    expect(stage.scale.dayPx / dayPx).toBeCloseTo(2, 6);
    expect(dayAt(stage.scale, 500)).toBeCloseTo(middle, 6);
  });

  it('choose nothing where they moved, and what lies under them where not', () => {
    pointer.down(at(1, 500, 60));
    pointer.move(at(1, 400, 60));
    pointer.up(at(1, 400, 60));
    expect(chosen).toEqual([]);
    pointer.down(at(1, 500, 60));
    pointer.up(at(1, 500, 60));
    expect(chosen.map(({ row }) => row.key)).toEqual(['company acme']);
  });

  it('are forgotten when the system takes them away', () => {
    pointer.down(at(1, 500));
    pointer.cancel(at(1, 500));
    const { scale } = stage;
    pointer.move(at(1, 300));
    expect(stage.scale).toEqual(scale);
  });
});

describe('the wheel', () => {
  it('scrolls the rows where no key is held', () => {
    const { scale } = stage;
    expect(turned({ deltaY: 100 })).toBe(false);
    expect(stage.scale).toEqual(scale);
  });

  it('zooms as far for a notch told in lines as for one told in pixels', () => {
    const { dayPx } = stage.scale;
    expect(turned({ deltaY: 100, ctrlKey: true })).toBe(true);
    expect(stage.scale.dayPx).toBeCloseTo(dayPx / 1.25, 9);
    turned({ deltaY: -100 / 32, deltaMode: 1, ctrlKey: true });
    expect(stage.scale.dayPx).toBeCloseTo(dayPx, 9);
  });

  it('moves in time sideways, or with Shift', () => {
    const { fromDay, dayPx } = stage.scale;
    turned({ deltaX: -40, deltaY: 3 });
    turned({ deltaY: -60, shiftKey: true });
    expect(stage.scale.fromDay).toBeCloseTo(fromDay - 100 / dayPx, 6);
  });
});
