import fc from 'fast-check';
import {
  ANNOUNCEMENT_KINDS,
  CLAIMS,
  CONTEXT_KINDS,
  RELATIONS,
  ROLES,
  SOURCE_BASES,
  SOURCE_TIERS,
  STAGES,
} from '../../src/shared/domain/announcement/announcement';
import { cleanLine, cleanText } from '../../src/shared/domain/announcement/curation/clean-text';
import type { AnnouncementContent } from '../../src/shared/domain/announcement/curation/facet';
import { WORKLOADS } from '../../src/shared/domain/announcement/programme';
import { toDate } from '../../src/shared/domain/calendar/calendar-date';

/** Texts that files and spreadsheets stumble over. */
const ODD = ['=1+1', "'=x", '-5', '@cmd', '<b>x</b>', 'a,b;c', '"q"', '\\n', '字'.repeat(40), '😀'];

const line = (maxLength = 40) =>
  fc
    .oneof(fc.string({ maxLength, unit: 'grapheme' }), fc.constantFrom(...ODD))
    .map((text) => cleanLine(text).slice(0, maxLength))
    .map((text) => cleanLine(text));
const text = fc
  .array(line(), { maxLength: 3 })
  .map((lines) => cleanText(lines.filter((each) => each !== '').join('\n')));
const orNull = (of: fc.Arbitrary<string>) => of.map((value) => (value === '' ? null : value));
const filled = line(30).filter((value) => value !== '');
const day = fc
  .integer({ min: Date.UTC(1990, 0) / 86_400_000, max: Date.UTC(2035, 0) / 86_400_000 })
  .map((days) => toDate(days * 86_400));
const source = fc.record({
  publisher: filled,
  url: fc
    .tuple(fc.constantFrom('http', 'https'), fc.webPath(), fc.nat(9999))
    .map(([scheme, path, n]) => `${scheme}://h${n}.example.com${path}`)
    .filter((url) => !/[\^`{|}\\]/.test(url)),
  date: fc.option(day, { nil: null }),
  dateEstimated: fc.boolean(),
  tier: fc.constantFrom(...SOURCE_TIERS),
  basis: fc.constantFrom(...SOURCE_BASES),
});

/** Announcements that can be taken, with nothing in them that only a record would know. */
export const madeUpContent: fc.Arbitrary<AnnouncementContent> = fc
  .record({
    date: day,
    precision: fc.constantFrom('day', 'month', 'quarter', 'year'),
    at: fc.option(
      fc.record({
        zone: fc.constantFrom('America/New_York', 'Asia/Shanghai', 'UTC'),
        time: fc.option(fc.constantFrom('00:00', '09:30', '23:59'), { nil: null }),
      }),
      { nil: null },
    ),
    company: fc.constantFrom('acme', 'user:Foo Chips', 'user:某公司'),
    programmes: fc.constant([]),
    chips: fc.constant([]),
    label: fc.option(fc.record({ en: filled, zh: line() }), { nil: null }),
    kind: fc.constantFrom(...ANNOUNCEMENT_KINDS),
    contextKind: fc.constantFrom(...CONTEXT_KINDS),
    workload: fc.constantFrom(...WORKLOADS),
    stage: fc.constantFrom(...STAGES.filter((stage) => stage !== 'context')),
    claim: fc.constantFrom(...CLAIMS),
    process: orNull(line()),
    foundry: orNull(line()),
    designPartners: fc.uniqueArray(filled, { maxLength: 3 }),
    isa: orNull(line()),
    title: fc.record({ en: filled, zh: line() }),
    summary: fc.record({ en: text, zh: text }),
    instruments: fc.array(
      fc.record({
        instrument: fc.constantFrom('XNAS:NVDA', 'XHKG:02513'),
        role: fc.constantFrom(...ROLES),
      }),
      { maxLength: 2 },
    ),
    sources: fc.uniqueArray(source, { minLength: 1, maxLength: 3, selector: ({ url }) => url }),
    verified: fc.boolean(),
    note: orNull(text),
    originalReporter: orNull(line()),
    refersTo: fc.array(
      fc.record({ id: fc.constant('acme-a1'), relation: fc.constantFrom(...RELATIONS) }),
      { maxLength: 1 },
    ),
  })
  .map((made) => {
    const isContext = made.kind === 'context';
    const [year = '', month = ''] = made.date.split('-');
    const quarter = String(Math.floor((Number(month) - 1) / 3) * 3 + 1).padStart(2, '0');
    const starts = {
      day: made.date,
      month: `${year}-${month}-01`,
      quarter: `${year}-${quarter}-01`,
    };
    return {
      ...made,
      date: made.precision === 'year' ? `${year}-01-01` : starts[made.precision],
      at: made.precision === 'day' ? made.at : null,
      stage: isContext ? 'context' : made.stage,
      contextKind: isContext ? made.contextKind : null,
    } as AnnouncementContent;
  });

/** A plain announcement, with whatever is given in its place. */
export function plainContent(rest: Partial<AnnouncementContent> = {}): AnnouncementContent {
  return {
    ...{ date: '2026-05-28', precision: 'day', at: null, company: 'acme', programmes: [] },
    ...{ chips: [], label: null, kind: 'cpu', contextKind: null, workload: 'general' },
    ...{ stage: 'designing', claim: 'reported', process: null, foundry: null },
    ...{ designPartners: [], isa: null, title: { en: 'A title', zh: '标题' } },
    summary: { en: 'A summary.', zh: '摘要。' },
    instruments: [{ instrument: 'XNAS:NVDA', role: 'owner' }],
    sources: [
      {
        ...{ publisher: 'Example', url: 'https://example.com/a', date: '2026-05-28' },
        ...{ dateEstimated: false, tier: 'press', basis: 'read' },
      },
    ],
    ...{ verified: true, note: null, originalReporter: null, refersTo: [] },
    ...rest,
  };
}
