import {
  baseFrom,
  type ChartedBase,
  closesOnBars,
  MOST_COMPARED,
  sharedBase,
} from '../shared/domain/candle/compare';
import type { CompareBase } from '../shared/domain/chart/compare-base';
import type { InstrumentId } from '../shared/domain/instrument/instrument';
import {
  type ComparedInstrument,
  type ComparedLine,
  type ComparedStatus,
  type ComparisonProbe,
  type DrawnLines,
  freeColour,
  MOST_BESIDE,
} from './compared-lines';
import type { ReplayClock } from './replay-clock.svelte';
import type { SeriesState } from './series-state.svelte';

const NOTHING: DrawnLines = { lines: [], baseTime: null };

/** What one chart compares its instrument with. */
export class ComparisonsState {
  readonly #charted: SeriesState;
  readonly #make: () => SeriesState;
  readonly #clock: ReplayClock;
  #chosen = $state.raw<readonly ComparedInstrument[]>([]);
  #hidden = $state.raw<ReadonlySet<InstrumentId>>(new Set());
  #base = $state.raw<CompareBase>({ kind: 'view' });
  /** A new object whenever what it reads is drawn anew. */
  #drawing = $state.raw<{ readonly probe: ComparisonProbe } | null>(null);
  /** Open while the user chooses what to compare with. */
  choosing = $state(false);

  /** @param make - a series that knows no more than the charted one of what came after a replayed moment */
  constructor(charted: SeriesState, make: () => SeriesState, clock: ReplayClock) {
    this.#charted = charted;
    this.#make = make;
    this.#clock = clock;
  }

  /** In the order in which they were chosen; the charted instrument is none of them. */
  readonly all: readonly ComparedInstrument[] = $derived.by(() =>
    this.#chosen.filter(({ id }) => id !== this.#charted.instrument).slice(0, MOST_BESIDE),
  );

  /** What a layout keeps. */
  readonly ids: readonly InstrumentId[] = $derived(this.all.map(({ id }) => id));

  get base(): CompareBase {
    return this.#base;
  }

  get isFull(): boolean {
    return this.all.length >= MOST_BESIDE;
  }

  readonly #aligned = $derived.by(() => {
    const { bars, interval } = this.#charted;
    const loaded = this.all.filter(
      ({ series }) => series.status === 'ready' && series.interval === interval,
    );
    return loaded
      .map((compared) => ({
        ...compared,
        closes: closesOnBars(bars, compared.series.bars, interval),
      }))
      .filter((line) => line.closes.some((close) => !Number.isNaN(close)));
  });

  readonly #drawn: DrawnLines = $derived.by(() => {
    const aligned = this.#aligned;
    const shown = aligned.filter(({ id }) => !this.#hidden.has(id));
    if (aligned.length === 0) return NOTHING;
    const base = this.#baseOf(aligned);
    const lines = shown.map((line): ComparedLine => {
      const { id, colour, closes } = line;
      return {
        id,
        colour,
        closes,
        base: base ? (base.bases[aligned.indexOf(line) + 1] ?? NaN) : null,
      };
    });
    return { lines, baseTime: base && (this.#charted.bars.time[base.index] ?? null) };
  });

  get lines(): readonly ComparedLine[] {
    return this.#drawn.lines;
  }

  get baseTime(): number | null {
    return this.#drawn.baseTime;
  }

  /** Prices of several instruments have nothing in common but their change. */
  readonly needsPercent: boolean = $derived(this.all.length > 0);

  /** What the legend reads; null while no chart draws. */
  get probe(): ComparisonProbe | null {
    return this.#drawing?.probe ?? null;
  }

  /** The chart has drawn the lines, or moved one. */
  noteDrawn(probe: ComparisonProbe | null): void {
    this.#drawing = probe && { probe };
  }

  statusOf({ id, series }: ComparedInstrument): ComparedStatus {
    if (series.status === 'failed' || series.status === 'empty') return series.status;
    if (series.status === 'loading' || series.interval !== this.#charted.interval) return 'loading';
    if (this.#charted.bars.length === 0) return 'loading';
    return this.#aligned.some((line) => line.id === id) ? 'shown' : 'apart';
  }

  isHidden(id: InstrumentId): boolean {
    return this.#hidden.has(id);
  }

  toggle(id: InstrumentId): void {
    const hidden = new Set(this.#hidden);
    if (!hidden.delete(id)) hidden.add(id);
    this.#hidden = hidden;
  }

  setBase(base: CompareBase): void {
    this.#base = base;
  }

  /** Replaces what is compared; an instrument that stays keeps its colour, its bars and whether it shows. */
  set(ids: readonly InstrumentId[]): void {
    const wanted = [...new Set(ids)].slice(0, MOST_COMPARED);
    const chosen: ComparedInstrument[] = this.#chosen.filter(({ id }) => wanted.includes(id));
    for (const id of wanted) {
      if (chosen.some((one) => one.id === id)) continue;
      chosen.push({ id, colour: freeColour(chosen), series: this.#make() });
    }
    this.#chosen = chosen;
    this.#hidden = new Set([...this.#hidden].filter((id) => wanted.includes(id)));
    if (chosen.length === 0) this.#base = { kind: 'view' };
    void this.load();
  }

  /** Loads what is missing at the length of the charted bars. */
  async load(): Promise<void> {
    const { asked } = this.#charted;
    const missing = this.all.filter(
      ({ id, series }) => series.instrument !== id || series.asked !== asked,
    );
    await Promise.all(missing.map(({ id, series }) => series.open(id, asked)));
  }

  /** Reads the bars again where other prices of them are wished for by now. */
  async keepWishes(): Promise<void> {
    await Promise.all(this.all.map(({ series }) => series.keepWishes()));
  }

  /** True once no bars are on their way. */
  readonly isLoaded: boolean = $derived.by(() =>
    this.all.every(({ series }) => series.status !== 'loading'),
  );

  /** Asks again for bars that could not be read. */
  async retry({ id, series }: ComparedInstrument): Promise<void> {
    await series.open(id, this.#charted.asked);
  }

  /** Reads the bars of these again, as far as they are compared. */
  async reopen(changed: readonly InstrumentId[]): Promise<void> {
    const stale = this.all.filter(({ id }) => changed.includes(id));
    await Promise.all(stale.map(({ id, series }) => series.open(id, this.#charted.asked)));
  }

  /** Live quotes move the lines. */
  get isLive(): boolean {
    return !this.#clock.isReplaying;
  }

  #baseOf(aligned: readonly (ComparedInstrument & { closes: Float64Array })[]): ChartedBase | null {
    const { bars, interval } = this.#charted;
    if (this.#base.kind === 'view') return null;
    if (this.#base.kind === 'shared') {
      return sharedBase(
        bars,
        aligned.map(({ closes }) => closes),
      );
    }
    const from = this.#timeOf(this.#base.sessionKey);
    const newest = bars.time[bars.length - 1] ?? -Infinity;
    if (this.#clock.isReplaying && from > newest) return null;
    const others = aligned.map(({ series }) => series.bars);
    return baseFrom(bars, others, { interval, from });
  }

  /** The bar that a session lies in; its key where the charted series has no such bar. */
  #timeOf(sessionKey: number): number {
    return this.#charted.barTimeOf(sessionKey) ?? sessionKey;
  }
}
