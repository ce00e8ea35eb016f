import { describe, expect, it } from 'vitest';
import { expectedUrl, facts } from '../../helpers/announcement-facts';
import { announcements } from '../../helpers/announcement-set';

const entries = new Map(announcements.map((entry) => [entry.id, entry]));
const given = facts ?? [];
const kept = given.filter((fact) => !fact.duplicateOf);

/** Denials that the facts tell within a report; each is an entry of its own, beside that report. */
const ANSWERS: Readonly<Record<string, string>> = {
  'bytedance-seedchip-denied': 'bytedance-seedchip-reported',
  'bytedance-tsmc-two-chips-denied': 'bytedance-tsmc-two-chips-report',
  'nio-chip-unit-denied': 'nio-chip-unit-spinoff',
};

describe('the set beside its research (skipped where ../shared/facts is not there)', () => {
  const compare = it.skipIf(facts === null);

  compare(
    'holds every fact that is no duplicate, the answers of companies, and nothing else',
    () => {
      const added = Object.keys(ANSWERS);
      expect([...entries.keys()].sort()).toEqual([...kept.map(({ id }) => id), ...added].sort());
    },
  );

  compare('holds the entry that each duplicate points to', () => {
    const lost = given.filter((fact) => fact.duplicateOf && !entries.has(fact.duplicateOf));
    expect(lost).toEqual([]);
  });

  compare('keeps dates; within a month, quarter or year the first day stands for it', () => {
    for (const fact of kept) {
      const entry = entries.get(fact.id);
      expect(entry?.precision, fact.id).toBe(fact.datePrecision);
      const length = { day: 10, month: 7, quarter: 4, year: 4 }[fact.datePrecision] ?? 10;
      expect(entry?.date.slice(0, length), fact.id).toBe(fact.date.slice(0, length));
    }
  });

  compare('keeps titles, English summaries and what was verified and confirmed', () => {
    for (const fact of kept) {
      const entry = entries.get(fact.id);
      expect(entry?.title, fact.id).toEqual({ en: fact.title, zh: fact.titleZh });
      expect(entry?.summary.en, fact.id).toBe(fact.summary);
      expect(entry?.verified, fact.id).toBe(fact.verified);
      expect(entry?.claim === 'confirmed', fact.id).toBe(fact.confirmed);
    }
  });

  it.each(Object.entries(ANSWERS))('tells in %s nothing that %s does not', (id, report) => {
    const [answer, reported] = [entries.get(id), entries.get(report)];
    expect(answer?.refersTo).toEqual([{ id: report, relation: 'denies' }]);
    expect(answer?.contextKind).toBe('denial');
    expect(answer?.date).toBe(reported?.date);
    expect(reported?.sources).toEqual(expect.arrayContaining([...(answer?.sources ?? [])]));
    const word = /inaccurate|speculative/.exec(answer?.summary.en ?? '')?.[0];
    expect(reported?.summary.en).toContain(word);
  });

  compare('keeps the roles of all instruments', () => {
    for (const fact of kept) {
      const roles = entries.get(fact.id)?.instruments.map((instrument) => instrument.role);
      expect(roles, fact.id).toEqual(fact.tickers.map((ticker) => ticker.role));
    }
  });

  compare('keeps every source, those of duplicates with the entry that they point to', () => {
    for (const fact of given) {
      const urls = entries.get(fact.duplicateOf ?? fact.id)?.sources.map((source) => source.url);
      const expected = fact.sources.map((source) => expectedUrl(source.url));
      expect(urls, fact.id).toEqual(expect.arrayContaining(expected.filter((url) => url !== null)));
    }
  });
});
