import type { Area, AreaStyle, Brush, Corner, LineStyle, PictureTheme, TextStyle } from './brush';

/** What XML cannot hold at all. */
const FORBIDDEN = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Any text as the content or the attribute of an element. */
export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** Writes a picture as vectors: no script, nothing from elsewhere. */
export class SvgBrush implements Brush {
  readonly #theme: PictureTheme;
  readonly #parts: string[] = [];
  #areas = 0;

  constructor(theme: PictureTheme) {
    this.#theme = theme;
  }

  /** @param about - title and description of the whole, for readers that do not see it */
  finish(
    { widthPx, heightPx }: Pick<Area, 'widthPx' | 'heightPx'>,
    about: { readonly title: string; readonly description: string; readonly language: string },
  ): string {
    const [width, height] = [short(widthPx), short(heightPx)];
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
        `viewBox="0 0 ${width} ${height}" role="img" xml:lang="${escapeXml(about.language)}" ` +
        `font-family="${escapeXml(this.#theme.font)}">`,
      `<title>${escapeXml(about.title)}</title>`,
      `<desc>${escapeXml(about.description)}</desc>`,
      ...this.#parts,
      '</svg>',
      '',
    ].join('\n');
  }

  box({ x, y, widthPx, heightPx }: Area, style: AreaStyle, radiusPx = 0): void {
    const rounded = radiusPx > 0 ? ` rx="${short(Math.min(radiusPx, widthPx / 2))}"` : '';
    const size = `width="${short(widthPx)}" height="${short(heightPx)}"`;
    this.#add(`<rect x="${short(x)}" y="${short(y)}" ${size}${rounded}${this.#paint(style)}/>`);
  }

  line(from: Corner, to: Corner, style: LineStyle): void {
    const ends = `x1="${short(from.x)}" y1="${short(from.y)}" x2="${short(to.x)}" y2="${short(to.y)}"`;
    this.#add(`<line ${ends}${this.#stroke(style)}/>`);
  }

  circle({ x, y }: Corner, radiusPx: number, style: AreaStyle): void {
    const place = `cx="${short(x)}" cy="${short(y)}" r="${short(radiusPx)}"`;
    this.#add(`<circle ${place}${this.#paint(style)}/>`);
  }

  path(points: readonly Corner[], closed: boolean, style: AreaStyle): void {
    const places = points.map(({ x, y }) => `${short(x)},${short(y)}`).join(' ');
    this.#add(`<${closed ? 'polygon' : 'polyline'} points="${places}"${this.#paint(style)}/>`);
  }

  text({ x, y }: Corner, text: string, style: TextStyle): void {
    const { ink, sizePx, weight = 400, align = 'start' } = style;
    const look = `font-size="${sizePx}" font-weight="${weight}" text-anchor="${align}"`;
    const place = `x="${short(x)}" y="${short(y)}"`;
    this.#add(`<text ${place} ${look} fill="${this.#theme.inks[ink]}">${escapeXml(text)}</text>`);
  }

  named(name: string, draw: () => void): void {
    this.#add(`<g><title>${escapeXml(name)}</title>`);
    draw();
    this.#add('</g>');
  }

  within({ x, y, widthPx, heightPx }: Area, draw: () => void): void {
    this.#areas += 1;
    const id = `area-${this.#areas}`;
    const size = `width="${short(widthPx)}" height="${short(heightPx)}"`;
    this.#add(`<clipPath id="${id}"><rect ${size}/></clipPath>`);
    this.#add(`<g transform="translate(${short(x)} ${short(y)})" clip-path="url(#${id})">`);
    draw();
    this.#add('</g>');
  }

  #add(element: string): void {
    this.#parts.push(element);
  }

  #paint({ fill, alpha = 1, stroke }: AreaStyle): string {
    const opacity = fill && alpha < 1 ? ` fill-opacity="${alpha}"` : '';
    const colour = fill ? this.#theme.inks[fill] : 'none';
    return ` fill="${colour}"${opacity}${stroke ? this.#stroke(stroke) : ''}`;
  }

  #stroke({ ink, widthPx, dash }: LineStyle): string {
    const dashes = dash ? ` stroke-dasharray="${dash.join(' ')}"` : '';
    return ` stroke="${this.#theme.inks[ink]}" stroke-width="${widthPx}"${dashes}`;
  }
}

/** Hundredths of a pixel are more than anybody sees. */
function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
