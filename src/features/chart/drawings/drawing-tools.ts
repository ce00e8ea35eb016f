import type { Component } from 'svelte';
import MessageSquareText from '@lucide/svelte/icons/message-square-text';
import Minus from '@lucide/svelte/icons/minus';
import MoveUpRight from '@lucide/svelte/icons/move-up-right';
import RectangleHorizontal from '@lucide/svelte/icons/rectangle-horizontal';
import Ruler from '@lucide/svelte/icons/ruler';
import Slash from '@lucide/svelte/icons/slash';
import { keyCaps, pressesOf } from '../../../shared/domain/keys/shortcuts';
import type { Drawing } from '../../../shared/domain/drawing/drawing';

export interface DrawingTool {
  readonly kind: Drawing['kind'];
  readonly icon: Component<{ size?: number; strokeWidth?: number }>;
}

/** The tools in the order of the toolbar. */
export const DRAWING_TOOLS: readonly DrawingTool[] = [
  { kind: 'horizontal-line', icon: Minus },
  { kind: 'trend-line', icon: Slash },
  { kind: 'ray', icon: MoveUpRight },
  { kind: 'rectangle', icon: RectangleHorizontal },
  { kind: 'measure', icon: Ruler },
  { kind: 'text-note', icon: MessageSquareText },
];

/** The keys of a tool as they are written: `Alt+H`. */
export function keysOf(kind: Drawing['kind']): string {
  const [press] = pressesOf('drawings', kind);
  return press ? keyCaps(press, false).join('+') : '';
}

/** Where the chart's pane is narrower, the tools are in a menu of its toolbar. */
const STRIP_FROM_PX = 560;

/** @param widthPx - of the chart's pane; 0 while it is not known */
export function hasDrawingStrip(widthPx: number): boolean {
  return widthPx === 0 || widthPx >= STRIP_FROM_PX;
}
