/** What the palette takes over from its place before it stood. */
export interface PaletteProps {
  /** What was written before the palette stood. */
  readonly written?: string;
  /** Enter was pressed behind it. */
  readonly entered?: boolean;
}
