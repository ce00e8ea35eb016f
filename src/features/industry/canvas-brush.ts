import type { Area, AreaStyle, Brush, Corner, LineStyle, PictureTheme, TextStyle } from './brush';

/** Draws on a canvas whose unit is a CSS pixel. */
export class CanvasBrush implements Brush {
  readonly #context: CanvasRenderingContext2D;
  readonly #theme: PictureTheme;
  /** The canvas gives its font back in another form than it was given. */
  #font = '';

  constructor(context: CanvasRenderingContext2D, theme: PictureTheme) {
    this.#context = context;
    this.#theme = theme;
  }

  box({ x, y, widthPx, heightPx }: Area, style: AreaStyle, radiusPx = 0): void {
    if (radiusPx === 0 && !style.stroke && style.fill) {
      // The quick way of what is drawn most.
      this.#fillWith(style, () => this.#context.fillRect(x, y, widthPx, heightPx));
      return;
    }
    this.#context.beginPath();
    this.#context.roundRect(x, y, widthPx, heightPx, Math.min(radiusPx, widthPx / 2));
    this.#finish(style);
  }

  line(from: Corner, to: Corner, style: LineStyle): void {
    this.#context.beginPath();
    this.#context.moveTo(from.x, from.y);
    this.#context.lineTo(to.x, to.y);
    this.#stroke(style);
  }

  circle({ x, y }: Corner, radiusPx: number, style: AreaStyle): void {
    this.#context.beginPath();
    this.#context.arc(x, y, radiusPx, 0, 2 * Math.PI);
    this.#finish(style);
  }

  path(points: readonly Corner[], closed: boolean, style: AreaStyle): void {
    this.#context.beginPath();
    for (const { x, y } of points) this.#context.lineTo(x, y);
    if (closed) this.#context.closePath();
    this.#finish(style);
  }

  text({ x, y }: Corner, text: string, style: TextStyle): void {
    const { ink, sizePx, weight = 400, align = 'start' } = style;
    const font = `${weight} ${sizePx}px ${this.#theme.font}`;
    const context = this.#context;
    if (font !== this.#font) {
      // Setting it costs more than comparing.
      context.font = font;
      this.#font = font;
    }
    context.textAlign = align === 'middle' ? 'center' : align;
    context.fillStyle = this.#theme.inks[ink];
    context.fillText(text, x, y);
  }

  named(_name: string, draw: () => void): void {
    draw();
  }

  within({ x, y, widthPx, heightPx }: Area, draw: () => void): void {
    this.#context.save();
    this.#context.beginPath();
    this.#context.rect(x, y, widthPx, heightPx);
    this.#context.clip();
    this.#context.translate(x, y);
    draw();
    this.#context.restore();
    this.#font = '';
  }

  #finish(style: AreaStyle): void {
    if (style.fill) this.#fillWith(style, () => this.#context.fill());
    if (style.stroke) this.#stroke(style.stroke);
  }

  #fillWith({ fill, alpha = 1 }: AreaStyle, draw: () => void): void {
    if (!fill) return;
    this.#context.globalAlpha = alpha;
    this.#context.fillStyle = this.#theme.inks[fill];
    draw();
    this.#context.globalAlpha = 1;
  }

  #stroke({ ink, widthPx, dash }: LineStyle): void {
    const context = this.#context;
    context.strokeStyle = this.#theme.inks[ink];
    context.lineWidth = widthPx;
    if (dash) context.setLineDash([...dash]);
    context.stroke();
    if (dash) context.setLineDash([]);
  }
}
