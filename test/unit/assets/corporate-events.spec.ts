import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import catalogue from '../../../assets/instruments/catalogue.json';
import file from '../../../assets/evidence/corporate-events.json';
import schema from '../../../assets/evidence/schema/corporate-events.schema.json';
import { toExternalAddress } from '../../../electron/core/timeline/external-address';
import { isCalendarDate } from '../../../src/shared/domain/calendar/calendar-date';
import { CORPORATE_EVENT_KINDS } from '../../../src/shared/domain/event-study/corporate-event';
import { isSession } from '../../../src/shared/domain/calendar/exchange-calendar';
import { shippedCalendar } from '../shared/domain/calendar/read-shipped-calendars';

const { events } = file;

describe('the corporate events', () => {
  it('keep to their schema', () => {
    const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);
    expect(validate(file) ? [] : validate.errors).toEqual([]);
  });

  it('have an identity of their own, a known instrument and a source that can be opened', () => {
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    const known = new Set(catalogue.instruments.map(({ id }) => id));
    for (const { id, instrument, source } of events) {
      expect(known.has(instrument), id).toBe(true);
      expect(toExternalAddress(source.url), id).not.toBeNull();
    }
  });

  it('stand on days that exist, in order, and what is not derived on a session', () => {
    for (const { id, instrument, from, to, approximate } of events) {
      expect(isCalendarDate(from), id).toBe(true);
      if (to !== null) expect(isCalendarDate(to) && to >= from, id).toBe(true);
      const calendar = shippedCalendar(instrument.split(':')[0] as string);
      if (!approximate) expect(isSession(calendar, from), id).toBe(true);
    }
  });

  it('are of the kinds that the app knows', () => {
    expect(schema.properties.events.items.properties.kind.enum).toEqual([...CORPORATE_EVENT_KINDS]);
  });

  it('have of Zhipu its listing, the lock-up that ends half a year later, and Stock Connect', () => {
    const zhipu = events.filter(({ instrument }) => instrument === 'XHKG:02513');
    expect(zhipu.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['listing', '2026-01-08', null],
      ['lock-up', '2026-01-08', '2026-07-08'],
      ['index-inclusion', '2026-05-28', null],
    ]);
  });

  it('say nothing of why a price moved', () => {
    const texts = events.flatMap(({ title }) => [title.en, title.zh]).join('\n');
    expect(texts).not.toMatch(/because|caus|due to|drove|trigger|因为|导致|推动|引发|所致/i);
  });
});
