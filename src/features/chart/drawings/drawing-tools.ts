import type { Component } from 'svelte';
import MessageSquareText from '@lucide/svelte/icons/message-square-text';
import Minus from '@lucide/svelte/icons/minus';
import MoveUpRight from '@lucide/svelte/icons/move-up-right';
import RectangleHorizontal from '@lucide/svelte/icons/rectangle-horizontal';
import Ruler from '@lucide/svelte/icons/ruler';
import Slash from '@lucide/svelte/icons/slash';
import type { Drawing } from '../../../shared/domain/drawing/drawing';

export interface DrawingTool {
  readonly kind: Drawing['kind'];
  readonly icon: Component<{ size?: number; strokeWidth?: number }>;
  /** Of `KeyboardEvent`: a letter's key means another character with Alt on some systems. */
  readonly code: string;
  readonly shift: boolean;
  /** As it is written. */
  readonly keys: string;
}

/** The tools in the order of the toolbar, with the keys that traders know where there are such. */
export const DRAWING_TOOLS: readonly DrawingTool[] = [
  { kind: 'horizontal-line', icon: Minus, code: 'KeyH', shift: false, keys: 'Alt+H' },
  { kind: 'trend-line', icon: Slash, code: 'KeyT', shift: false, keys: 'Alt+T' },
  { kind: 'ray', icon: MoveUpRight, code: 'KeyR', shift: false, keys: 'Alt+R' },
  { kind: 'rectangle', icon: RectangleHorizontal, code: 'KeyR', shift: true, keys: 'Alt+Shift+R' },
  { kind: 'measure', icon: Ruler, code: 'KeyM', shift: false, keys: 'Alt+M' },
  { kind: 'text-note', icon: MessageSquareText, code: 'KeyN', shift: false, keys: 'Alt+N' },
];

/** Where the chart's pane is narrower, the tools are in a menu of its toolbar. */
const STRIP_FROM_PX = 560;

/** @param widthPx - of the chart's pane; 0 while it is not known */
export function hasDrawingStrip(widthPx: number): boolean {
  return widthPx === 0 || widthPx >= STRIP_FROM_PX;
}
