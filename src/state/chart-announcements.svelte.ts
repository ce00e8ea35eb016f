export interface GlyphPlace {
  readonly x: number;
  readonly fromFoot: number;
}

/** What is shown of announcements on one chart, besides the one that the desk has selected. */
export class ChartAnnouncements {
  /** Those of the card that stays on the chart, oldest first; empty while there is none. */
  pinned = $state.raw<readonly string[]>([]);
  /**
   * The glyph that the pinned card points to, in CSS pixels from the left edge and from the foot of the
   * chart, which keeps its distance when the chart grows; null: it is out of view.
   */
  #anchor = $state.raw<GlyphPlace | null>(null);
  /** The last step of a travel, for those who hear the desk. */
  spoken = $state.raw('');
  /** Each new one asks to go on to the neighbour of the selected announcement. */
  travelWish = $state.raw<{ readonly step: 1 | -1 } | null>(null);

  get anchor(): GlyphPlace | null {
    return this.#anchor;
  }

  /** Comes with each painting: what stays the same changes nothing. */
  pointTo(place: GlyphPlace | null): void {
    const { x, fromFoot } = this.#anchor ?? {};
    if (x !== place?.x || fromFoot !== place?.fromFoot) this.#anchor = place;
  }

  travel(step: 1 | -1): void {
    this.travelWish = { step };
  }

  putDown(): void {
    this.pinned = [];
    this.spoken = '';
  }
}
