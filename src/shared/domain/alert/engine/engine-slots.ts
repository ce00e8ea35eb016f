import type { ChartInterval } from '../../candle/interval';
import type { InstrumentId } from '../../instrument/instrument';
import { type Condition, isMoveTest, type Measure } from '../alert-condition';
import type { BarSpans } from './bar-spans';
import { EngineSlot } from './engine-slot';
import { type BoundCondition, levelsOf, type MarketRule, type ValueSource } from './rule-binding';
import type { SlotTable } from './slot-table';

/** The slots of one instrument, by session filter; {@link NO_SLOT} where no rule has that filter. */
export interface InstrumentSlots {
  regular: number;
  extended: number;
}

export const NO_SLOT = -1;

export interface EngineSlotsParts {
  readonly table: SlotTable;
  readonly spans: BarSpans;
  readonly wantBars: (instrument: InstrumentId, interval: ChartInterval) => void;
}

/** Which instruments rules look at, and where the numbers of their conditions come from. */
export class EngineSlots {
  readonly all: EngineSlot[] = [];
  private readonly numbers = new Map<InstrumentId, number>();
  private readonly byNumber: InstrumentSlots[] = [];
  private readonly cells = new Map<string, { value: number }>();

  constructor(private readonly parts: EngineSlotsParts) {}

  /** {@link NO_SLOT} for an instrument that no rule looks at. */
  indexOf(instrument: InstrumentId): number {
    return this.numbers.get(instrument) ?? NO_SLOT;
  }

  of(instrument: InstrumentId): readonly number[] {
    const slots = this.byNumber[this.indexOf(instrument)];
    return slots ? [slots.extended, slots.regular].filter((slot) => slot !== NO_SLOT) : [];
  }

  byIndex(index: number): InstrumentSlots {
    return this.byNumber[index] as InstrumentSlots;
  }

  at(slot: number): EngineSlot {
    return this.all[slot] as EngineSlot;
  }

  slotFor(instrument: InstrumentId, { watch }: MarketRule): number {
    const index = this.numbers.get(instrument) ?? this.byNumber.length;
    this.numbers.set(instrument, index);
    const slots = (this.byNumber[index] ??= { regular: NO_SLOT, extended: NO_SLOT });
    if (slots[watch.session] === NO_SLOT) {
      slots[watch.session] = this.parts.table.add();
      this.all.push(new EngineSlot(instrument, this.parts.spans));
    }
    return slots[watch.session];
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
    return {
      ...{ condition, op: condition.op, amount: isMove ? condition.amount : 0, of },
      ...{ low: level(low), high: level(high) },
      window: isMove ? this.at(of.slot).window(of, condition.bars, condition.interval) : null,
    };
  }

  private source(measure: Measure, own: InstrumentId, rule: MarketRule): ValueSource {
    const instrument = measure.instrument ?? own;
    const slot = this.slotFor(instrument, rule);
    if (measure.kind === 'abnormalMove') {
      return { kind: 'value', slot, cell: this.cell(instrument, measure.announcementId) };
    }
    if (measure.kind !== 'indicator') return { kind: measure.kind, slot };
    const { indicator, isNew } = this.at(slot).indicator(measure);
    if (isNew) this.parts.wantBars(instrument, measure.interval);
    return { kind: 'indicator', slot, indicator };
  }
}
