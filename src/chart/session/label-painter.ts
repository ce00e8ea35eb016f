import { readableOn } from '../colour';
import type { Painting } from './session-painting';

const HEIGHT_PX = 18;
const PAD_PX = 6;

export interface AxisLabelBox {
  readonly text: string;
  /** CSS pixels; the box begins, is centred or ends there. */
  readonly x: number;
  readonly align: 'left' | 'center' | 'right';
  /** Its middle. */
  readonly y: number;
  readonly tone: string;
}

/** A filled label on an axis, kept inside the chart. */
export function paintLabel(
  { context, theme, layout }: Pick<Painting, 'context' | 'theme' | 'layout'>,
  { text, x, align, y, tone }: AxisLabelBox,
): void {
  const width = context.measureText(text).width + 2 * PAD_PX;
  const wanted = x - { left: 0, center: width / 2, right: width }[align];
  const left = Math.min(layout.width - width, Math.max(0, wanted));
  context.fillStyle = tone;
  context.fillRect(left, y - HEIGHT_PX / 2, width, HEIGHT_PX);
  context.fillStyle = readableOn(tone, theme.background, theme.text);
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.fillText(text, left + PAD_PX, y);
}
