import type { ChartInterval } from '../../candle/interval';
import type { InstrumentId } from '../../instrument/instrument';
import { type Condition, isMoveTest, type Measure } from '../alert-condition';
import type { BarSpans } from './bar-spans';
import { EngineSlot } from './engine-slot';
import { type BoundCondition, levelsOf } from './bound-condition';
import { type ConditionMarks, NO_MARKS } from './condition-marks';
import { marksOf } from './mark-condition';
import type { MarketRule } from './rule-binding';
import type { SlotTable } from './slot-table';
import type { ValueSource } from './value-source';

export const NO_SLOT = -1;

/** Two slots an instrument, by the session filter of their rules. */
const SLOTS = { regular: 0, extended: 1 } as const;
const FIRST_INSTRUMENTS = 64;

export interface EngineSlotsParts {
  readonly table: SlotTable;
  readonly spans: BarSpans;
  readonly tickSize: (instrument: InstrumentId) => number;
  readonly wantBars: (instrument: InstrumentId, interval: ChartInterval) => void;
}

/** Which instruments rules look at, and where the numbers of their conditions come from. */
export class EngineSlots {
  private readonly all: EngineSlot[] = [];
  private readonly numbers = new Map<InstrumentId, number>();
  private byNumber = new Int32Array(2 * FIRST_INSTRUMENTS).fill(NO_SLOT);
  private readonly marks = new Map<string, ConditionMarks>();
  private readonly cells = new Map<string, { value: number }>();

  constructor(private readonly parts: EngineSlotsParts) {}

  /** {@link NO_SLOT} for an instrument that no rule looks at. */
  indexOf(instrument: InstrumentId): number {
    return this.numbers.get(instrument) ?? NO_SLOT;
  }

  /** The slot of rules that hear regular prices only; {@link NO_SLOT} where there is none. @param index - see {@link indexOf} */
  regularOf(index: number): number {
    return this.byNumber[2 * index + SLOTS.regular] as number;
  }

  /** As {@link regularOf}: of rules of all hours. */
  extendedOf(index: number): number {
    return this.byNumber[2 * index + SLOTS.extended] as number;
  }

  of(instrument: InstrumentId): readonly EngineSlot[] {
    const index = this.indexOf(instrument);
    if (index === NO_SLOT) return [];
    const slots = [this.extendedOf(index), this.regularOf(index)];
    return slots.filter((slot) => slot !== NO_SLOT).map((slot) => this.at(slot));
  }

  at(slot: number): EngineSlot {
    return this.all[slot] as EngineSlot;
  }

  slotFor(instrument: InstrumentId, { watch }: MarketRule): number {
    const place = 2 * this.numberOf(instrument) + SLOTS[watch.session];
    const known = this.byNumber[place] as number;
    if (known !== NO_SLOT) return known;
    const { table, spans } = this.parts;
    const number = table.add();
    this.byNumber[place] = number;
    this.all.push(new EngineSlot({ number, instrument, table, spans }));
    return number;
  }

  /** The number that stands for an abnormal move. */
  cell(instrument: InstrumentId, announcementId: string): { value: number } {
    const key = `${instrument} ${announcementId}`;
    const known = this.cells.get(key) ?? { value: NaN };
    this.cells.set(key, known);
    return known;
  }

  compile(condition: Condition, own: InstrumentId, rule: MarketRule): BoundCondition {
    const [low, high] = levelsOf(condition);
    const of = this.source(condition.of, own, rule);
    const level = (end: number | Measure): number | ValueSource =>
      typeof end === 'number' ? end : this.source(end, own, rule);
    const isMove = isMoveTest(condition);
    const tick = this.parts.tickSize(own);
    // Written out: what is made by spreading is read several times slower.
    const bound = {
      condition,
      op: condition.op,
      amount: isMove ? condition.amount : 0,
      of,
      low: level(low),
      high: level(high),
      window: isMove ? this.at(of.slot).window(of, condition.bars, condition.interval) : null,
      marks: NO_MARKS,
    };
    bound.marks = this.shared(marksOf(bound, rule.watch.rearm, tick));
    return bound;
  }

  /** Most rules have the usual distance. What all of them share is at hand when one is looked at. */
  private shared(marks: ConditionMarks): ConditionMarks {
    const key = JSON.stringify(marks);
    const known = this.marks.get(key) ?? marks;
    this.marks.set(key, known);
    return known;
  }

  private source(measure: Measure, own: InstrumentId, rule: MarketRule): ValueSource {
    const instrument = measure.instrument ?? own;
    const slot = this.slotFor(instrument, rule);
    const { kind } = measure;
    if (kind === 'abnormalMove') {
      const cell = this.cell(instrument, measure.announcementId);
      return { kind: 'value', slot, indicator: null, cell };
    }
    if (kind !== 'indicator') return { kind, slot, indicator: null, cell: null };
    const { indicator, isNew } = this.at(slot).indicator(measure);
    if (isNew) this.parts.wantBars(instrument, measure.interval);
    return { kind, slot, indicator, cell: null };
  }

  private numberOf(instrument: InstrumentId): number {
    const known = this.numbers.get(instrument);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(instrument, number);
    if (2 * number >= this.byNumber.length) {
      const grown = new Int32Array(2 * this.byNumber.length).fill(NO_SLOT);
      grown.set(this.byNumber);
      this.byNumber = grown;
    }
    return number;
  }
}
