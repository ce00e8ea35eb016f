import type { ISeriesPrimitive, ISeriesPrimitiveAxisView, Time } from 'lightweight-charts';
import type { ChartTheme } from '../../chart-types';
import { readableOn } from '../../colour';

export interface LinkedTimeSource {
  x(): number | null;
  text(): string;
  theme(): ChartTheme;
}

/** The label of the linked crosshair on the time axis. */
export class LinkedTimePrimitive implements ISeriesPrimitive<Time>, ISeriesPrimitiveAxisView {
  readonly #source: LinkedTimeSource;
  readonly #views = [this];

  constructor(source: LinkedTimeSource) {
    this.#source = source;
  }

  timeAxisViews(): readonly ISeriesPrimitiveAxisView[] {
    return this.#views;
  }

  visible(): boolean {
    return this.#source.x() !== null;
  }

  tickVisible(): boolean {
    return false;
  }

  coordinate(): number {
    return this.#source.x() ?? 0;
  }

  text(): string {
    return this.#source.text();
  }

  textColor(): string {
    const { crosshair, background, text } = this.#source.theme();
    return readableOn(crosshair, background, text);
  }

  backColor(): string {
    return this.#source.theme().crosshair;
  }
}
