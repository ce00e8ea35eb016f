/** What stands around a picture of a chart. Colours as CSS has them. */
export interface PictureFrame {
  readonly title: string;
  /** Under the title: interval, currency, what is compared. */
  readonly detail: string;
  /** At the bottom: source and moment, attribution. */
  readonly source: string;
  readonly attribution: string;
  /** Set apart so that nobody takes made-up prices for real ones; null for real ones. */
  readonly mark: string | null;
  readonly background: string;
  readonly text: string;
  readonly muted: string;
  readonly amber: string;
  readonly fontFamily: string;
}

const PADDING_PX = 16;
const HEAD_PX = 58;
const FOOT_PX = 30;
const TITLE_PX = 18;
const SMALL_PX = 12;

/**
 * The picture of a chart with title, source and attribution around it.
 *
 * @param pixelRatio - device pixels of `chart` for each CSS pixel
 */
export function framedPicture(
  chart: HTMLCanvasElement,
  frame: PictureFrame,
  pixelRatio: number,
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  const widthPx = chart.width / pixelRatio;
  const heightPx = chart.height / pixelRatio + HEAD_PX + FOOT_PX;
  canvas.width = chart.width;
  canvas.height = Math.round(heightPx * pixelRatio);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this machine draws no pictures');
  context.fillStyle = frame.background;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(chart, 0, Math.round(HEAD_PX * pixelRatio));
  context.scale(pixelRatio, pixelRatio);
  const room = widthPx - 2 * PADDING_PX;
  context.textBaseline = 'alphabetic';
  const write = (text: string, y: number, px: number, colour: string, align: 'left' | 'right') => {
    context.font = `${px === TITLE_PX ? 600 : 400} ${px}px ${frame.fontFamily}`;
    context.fillStyle = colour;
    context.textAlign = align;
    context.fillText(text, align === 'left' ? PADDING_PX : widthPx - PADDING_PX, y, room);
  };
  write(frame.title, 26, TITLE_PX, frame.text, 'left');
  if (frame.mark !== null) write(frame.mark, 26, TITLE_PX, frame.amber, 'right');
  write(frame.detail, 46, SMALL_PX, frame.muted, 'left');
  const foot = heightPx - 11;
  write(frame.source, foot, SMALL_PX, frame.muted, 'left');
  write(frame.attribution, foot, SMALL_PX, frame.muted, 'right');
  return canvas;
}

/** @returns a whole PNG file */
export async function pngOf(canvas: HTMLCanvasElement): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('the picture could not be made');
  return new Uint8Array(await blob.arrayBuffer());
}
