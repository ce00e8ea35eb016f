/** The colour made see-through. `colour` is `#rrggbb`, `alpha` from 0 (invisible) to 1. */
export function withAlpha(colour: string, alpha: number): string {
  const byte = Math.round(Math.min(1, Math.max(0, alpha)) * 255);
  return `${longForm(colour)}${byte.toString(16).padStart(2, '0')}`;
}

/** The one of two colours (`#rrggbb`) that is easier to read on `background`. */
export function readableOn(background: string, first: string, second: string): string {
  return contrast(background, first) >= contrast(background, second) ? first : second;
}

/** Contrast ratio of two colours (`#rrggbb`), 1 to 21, by WCAG 2.2 "contrast ratio". */
export function contrast(one: string, other: string): number {
  const [low, high] = [relativeLuminance(one), relativeLuminance(other)].sort((a, b) => a - b) as [
    number,
    number,
  ];
  return (high + 0.05) / (low + 0.05);
}

function relativeLuminance(colour: string): number {
  const channel = (start: number): number => {
    const value = Number.parseInt(longForm(colour).slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** A build shortens `#ffffff` in style sheets to `#fff`. */
function longForm(colour: string): string {
  return colour.length === 4
    ? `#${[...colour.slice(1)].map((digit) => digit + digit).join('')}`
    : colour;
}
