import { withAlpha } from '../colour';
import { xOfSlot } from './session-layout';
import { LABEL_GAP_PX, type Painting } from './session-painting';

const VOLUME_ALPHA = 0.65;

export function paintVolume({ context, layout, theme, formats, picture }: Painting): void {
  const { volume: box } = layout;
  const { axis, volume, price, base } = picture.line;
  const most = volume.reduce((max, each) => Math.max(max, each), 0);
  if (most === 0) return;
  const width = Math.max(1, Math.floor((box.width / axis.slots) * 0.7));
  let before = base;
  for (let slot = 0; slot < axis.slots; slot++) {
    const units = volume[slot] as number;
    const at = price[slot] as number;
    if (units > 0) {
      const height = Math.max(1, (units / most) * (box.height - 4));
      const colour = at === before ? theme.grey : at > before ? theme.up : theme.down;
      context.fillStyle = withAlpha(colour, VOLUME_ALPHA);
      const x = xOfSlot(layout, axis, slot) - width / 2;
      context.fillRect(x, box.top + box.height - height, width, height);
    }
    if (!Number.isNaN(at)) before = at;
  }
  context.fillStyle = theme.mutedText;
  context.textAlign = 'right';
  context.textBaseline = 'top';
  context.fillText(formats.volume(most), box.left - LABEL_GAP_PX, box.top + 2);
}
