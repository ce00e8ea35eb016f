import { type Ink, INKS, type PictureTheme } from './brush';

/** The colours and letters of a picture out of the design tokens as they stand at an element. */
export function readPictureTheme(host: Element): PictureTheme {
  const style = getComputedStyle(host);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const inks = Object.fromEntries(INKS.map((ink) => [ink, token(ink)])) as Record<Ink, string>;
  return { inks, font: token('font') };
}
