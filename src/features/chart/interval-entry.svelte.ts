import type { ChartInterval } from '../../shared/domain/candle/interval';
import { readChartInterval } from '../../shared/domain/candle/interval-text';

/** What an interval may begin with; a 0 is a key of the chart itself. */
const FIRST = /^[1-9dwm]$/i;
const NEXT = /^[0-9a-z]$/i;
const LONGEST = 4;

/**
 * An interval that is typed while the chart has the focus, as traders are used to: `5`, `1h`, `D`,
 * then Enter.
 */
export class IntervalEntry {
  #text = $state('');
  readonly #choose: (interval: ChartInterval) => void;

  constructor(choose: (interval: ChartInterval) => void) {
    this.#choose = choose;
  }

  /** What was typed so far; empty while nothing is. */
  get text(): string {
    return this.#text;
  }

  readonly interval: ChartInterval | null = $derived(readChartInterval(this.#text));

  clear(): void {
    this.#text = '';
  }

  /** @returns true where the key belongs to the entry and must do nothing else */
  press(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): boolean {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const { key } = event;
    if (this.#text === '') {
      if (!FIRST.test(key)) return false;
      this.#text = key;
      return true;
    }
    return this.#edit(key);
  }

  #edit(key: string): boolean {
    if (NEXT.test(key)) this.#text = (this.#text + key).slice(0, LONGEST);
    else if (key === 'Backspace') this.#text = this.#text.slice(0, -1);
    else if (key === 'Escape') this.clear();
    else if (key === 'Enter') this.#commit();
    else {
      // Shift alone comes before a capital; any other key is not meant for the entry.
      if (key !== 'Shift') this.clear();
      return false;
    }
    return true;
  }

  /** What means no interval stays, so that it can be corrected. */
  #commit(): void {
    const { interval } = this;
    if (interval === null) return;
    this.clear();
    this.#choose(interval);
  }
}
