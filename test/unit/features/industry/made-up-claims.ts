import fc from 'fast-check';
import {
  type AnnouncementSummary,
  CLAIMS,
  DATE_PRECISIONS,
  STAGES,
} from '../../../../src/shared/domain/announcement/announcement';
import { addDays } from '../../../../src/shared/domain/calendar/calendar-date';

/** A claim about a chip of a company that does not exist. */
export function claimOf(
  id: string,
  date: string,
  rest: Partial<AnnouncementSummary> = {},
): AnnouncementSummary {
  return {
    ...{
      id,
      date,
      precision: 'day',
      at: null,
      company: 'acme',
      programmes: ['acme-a'],
      chips: ['acme-a1'],
    },
    ...{ label: null, kind: 'cpu', contextKind: null, stage: 'announced', claim: 'confirmed' },
    ...{ process: null, foundry: null, isa: null, title: { en: id, zh: id }, instruments: [] },
    ...{ verified: true, refersTo: [], sourceCount: 1, sourceTiers: ['primary'] },
    ...{ workload: 'general', designPartners: [] },
    ...rest,
  };
}

/** First days of their periods, as the data set demands. */
function firstOf(date: string, precision: AnnouncementSummary['precision']): string {
  const month = Number(date.slice(5, 7)) - 1;
  const quarter = String(month - (month % 3) + 1).padStart(2, '0');
  if (precision === 'month') return `${date.slice(0, 7)}-01`;
  if (precision === 'quarter') return `${date.slice(0, 4)}-${quarter}-01`;
  return precision === 'year' ? `${date.slice(0, 4)}-01-01` : date;
}

export const anyClaim: fc.Arbitrary<AnnouncementSummary> = fc
  .record({
    days: fc.integer({ min: 0, max: 9000 }),
    precision: fc.constantFrom(...DATE_PRECISIONS),
    stage: fc.constantFrom(...STAGES.filter((stage) => stage !== 'context')),
    claim: fc.constantFrom(...CLAIMS),
    id: fc.uuid(),
  })
  .map(({ days, id, precision, ...rest }) =>
    claimOf(id, firstOf(addDays('2006-01-01', days), precision), { precision, ...rest }),
  );

export const anyClaims = fc.uniqueArray(anyClaim, {
  ...{ minLength: 1, maxLength: 30 },
  selector: ({ id }) => id,
});
