export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the window stood; the rectangle is that of the unmaximized window, in DIP. */
export interface WindowBounds extends Rectangle {
  readonly maximized: boolean;
}

/** Where the window is to stand; without `x` and `y` the system places it. */
export interface WindowPlacement {
  readonly width: number;
  readonly height: number;
  readonly x?: number;
  readonly y?: number;
  readonly maximized: boolean;
}

export const DEFAULT_SIZE = { width: 1440, height: 900 } as const;
export const MINIMUM_SIZE = { width: 640, height: 480 } as const;

/** What sizes a kind of window has. */
export interface WindowSizes {
  readonly usual: Size;
  readonly smallest: Size;
}

const DESK_SIZES: WindowSizes = { usual: DEFAULT_SIZE, smallest: MINIMUM_SIZE };

/**
 * Fits remembered bounds to the displays of today: the display that the window overlaps most keeps
 * it, wholly inside; a window that no display shows any more is placed anew.
 *
 * @param workAreas - the displays without their panels, the primary one first; at least one
 */
export function fitToDisplays(
  remembered: WindowBounds | null,
  workAreas: readonly [Rectangle, ...Rectangle[]],
  { usual, smallest }: WindowSizes = DESK_SIZES,
): WindowPlacement {
  const home = remembered && mostOverlapped(remembered, workAreas);
  if (!remembered || !home) {
    const size = remembered ?? usual;
    return { ...fitSize(size, workAreas[0], smallest), maximized: remembered?.maximized ?? false };
  }
  const size = fitSize(remembered, home, smallest);
  return {
    ...size,
    x: clamp(remembered.x, home.x, home.x + home.width - size.width),
    y: clamp(remembered.y, home.y, home.y + home.height - size.height),
    maximized: remembered.maximized,
  };
}

type Size = Pick<Rectangle, 'width' | 'height'>;

function fitSize(size: Size, area: Size, smallest: Size): Size {
  return {
    width: clamp(size.width, smallest.width, area.width),
    height: clamp(size.height, smallest.height, area.height),
  };
}

/** The lower bound wins where the two cross. */
function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

function mostOverlapped(bounds: Rectangle, areas: readonly Rectangle[]): Rectangle | null {
  let best: Rectangle | null = null;
  let bestOverlap = 0;
  for (const area of areas) {
    const overlap = overlapOf(bounds, area);
    if (overlap > bestOverlap) {
      best = area;
      bestOverlap = overlap;
    }
  }
  return best;
}

function overlapOf(a: Rectangle, b: Rectangle): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

const LARGEST_COORDINATE = 100_000;

/** Reads bounds back from JSON; null for anything else than what was written. */
export function readWindowBounds(json: string): WindowBounds | null {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { x, y, width, height, maximized } = value as Record<keyof WindowBounds, unknown>;
  const isCoordinate = (number: unknown): number is number =>
    Number.isInteger(number) && Math.abs(number as number) <= LARGEST_COORDINATE;
  if (!isCoordinate(x) || !isCoordinate(y) || !isCoordinate(width) || !isCoordinate(height)) {
    return null;
  }
  if (width <= 0 || height <= 0 || typeof maximized !== 'boolean') return null;
  return { x, y, width, height, maximized };
}
