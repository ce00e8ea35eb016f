import { describe, expect, it } from 'vitest';
import { readBundleOrder } from '../../../../../src/shared/domain/event-study/bundle/read-bundle-order';
import type { EvidenceQuestion } from '../../../../../src/shared/domain/event-study/evidence-question';
import type { FamilyQuestion } from '../../../../../src/shared/domain/event-study/family-question';
import {
  readEvidenceQuestion,
  readFamilyQuestion,
} from '../../../../../src/shared/domain/event-study/read-evidence-question';
import { questionAt } from '../../../../helpers/study-bars';

const question = questionAt(1, { until: 5, sensitivity: true });
const { settings } = question;
const family: FamilyQuestion = {
  members: [
    {
      announcementIds: ['a', 'b'],
      instrument: 'XHKG:02513',
      benchmark: { kind: 'basket', instruments: ['XHKG:00700'] },
      session: '2026-05-28',
    },
  ],
  ...{ settings, until: null },
};

describe('a question from another process', () => {
  it('is read as it was asked, without what is no part of it', () => {
    expect(readEvidenceQuestion({ ...question, path: '/etc' })).toEqual(question);
    const plain: EvidenceQuestion = { ...question, benchmark: null, index: null, sector: null };
    expect(readEvidenceQuestion(plain)).toEqual(plain);
  });

  it.each([
    ...[null, 'question', 7, [], {}],
    { ...question, instrument: 'ACME' },
    { ...question, benchmark: undefined },
    { ...question, benchmark: { kind: 'instrument', instrument: 'x' } },
    { ...question, benchmark: { kind: 'basket', instruments: [] } },
    { ...question, benchmark: { kind: 'basket', instruments: ['XNAS:A', 1] } },
    { ...question, benchmark: { kind: 'basket', instruments: Array(21).fill('XNAS:A') } },
    { ...question, benchmark: { kind: 'everything' } },
    { ...question, index: 5 },
    { ...question, sector: 'nothing' },
    { ...question, session: '2026-02-30' },
    { ...question, until: '5' },
    { ...question, until: NaN },
    { ...question, sensitivity: 1 },
    { ...question, settings: { ...settings, model: 'magic' } },
    { ...question, settings: { ...settings, length: 19 } },
    { ...question, settings: { ...settings, length: 250.5 } },
    { ...question, settings: { ...settings, gap: -1 } },
    { ...question, settings: { ...settings, window: [0] } },
    { ...question, settings: { ...settings, window: [3, 2] } },
    { ...question, settings: { ...settings, window: [-61, 0] } },
    { ...question, settings: { ...settings, window: 'wide' } },
  ])('%j is none', (value) => {
    expect(readEvidenceQuestion(value)).toBeNull();
  });
});

describe('a question about a family', () => {
  it('is read as it was asked', () => {
    expect(readFamilyQuestion({ ...family, extra: 1 })).toEqual(family);
    expect(readFamilyQuestion({ ...family, members: [] })).toEqual({ ...family, members: [] });
  });

  it.each([
    ...[null, {}, { ...family, members: 'all' }, { ...family, members: [{}] }],
    { ...family, members: [{ ...family.members[0], session: 'today' }] },
    { ...family, members: [{ ...family.members[0], announcementIds: 'a' }] },
    { ...family, settings: {} },
    { ...family, until: 'now' },
    { ...family, members: Array(20_001).fill(family.members[0]) },
  ])('%# is none', (value) => {
    expect(readFamilyQuestion(value)).toBeNull();
  });
});

describe('an order of a bundle', () => {
  const order = {
    ...{ appVersion: '1', made: '2026-05-28T00:00:00.000Z', settings, until: null },
    ...{ title: { en: 'a', zh: 'b' }, announcements: [], names: {} },
    events: [{ instrument: 'XHKG:02513', benchmark: null, session: '2026-05-28' }],
  };

  it('is read as it was given', () => {
    expect(readBundleOrder(order)).toEqual(order);
  });

  it.each([
    ...[null, 1, {}, { ...order, settings: {} }, { ...order, until: 'x' }],
    ...[
      { ...order, made: 5 },
      { ...order, events: {} },
      { ...order, events: [null] },
    ],
    ...[
      { ...order, names: null },
      { ...order, title: 'a' },
      { ...order, announcements: 1 },
    ],
    { ...order, events: [{ ...order.events[0], session: 'x' }] },
    { ...order, events: [{ ...order.events[0], instrument: 'x' }] },
    { ...order, events: [{ ...order.events[0], benchmark: 'x' }] },
  ])('%j is none', (value) => {
    expect(readBundleOrder(value)).toBeNull();
  });
});
