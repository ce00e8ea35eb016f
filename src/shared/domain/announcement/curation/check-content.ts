import type { DatePrecision } from '../announcement';
import type { ContentFault, ContentFaultKind, ContentField } from './content-fault';
import { isOwnId } from './entry-curation';
import type { AnnouncementContent } from './facet';

/** What an announcement may name. */
export interface KnownNames {
  readonly companies: ReadonlySet<string>;
  readonly programmes: ReadonlySet<string>;
  /** Chip -> its programme. */
  readonly chips: ReadonlyMap<string, string>;
}

/**
 * Whether an announcement that was read well makes sense: what an entry must have, and what must fit
 * together. An entry of the user's need not name a programme.
 *
 * @param id - of the entry that it becomes; null for a new one
 */
export function checkContent(
  id: string | null,
  content: AnnouncementContent,
  known: KnownNames,
): readonly ContentFault[] {
  const faults: ContentFault[] = [];
  const note = (field: ContentField, fault: ContentFaultKind, index: number | null = null): void =>
    void faults.push({ field, fault, index });
  const { title, sources, company, programmes, chips, date, precision, at, refersTo } = content;
  if (title.en === '' && title.zh === '') note('title', 'missing');
  if (sources.length === 0) note('sources', 'missing');
  if (!isOwnId(company) && !known.companies.has(company)) note('company', 'unknown-reference');
  if (!isPeriodStart(date, precision)) note('date', 'not-period-start');
  if (at !== null && precision !== 'day') note('at', 'bad-moment');
  checkNature(content, note);
  programmes.forEach((programme, index) => {
    if (!known.programmes.has(programme)) note('programmes', 'unknown-reference', index);
  });
  chips.forEach((chip, index) => {
    const programme = known.chips.get(chip);
    if (programme === undefined) note('chips', 'unknown-reference', index);
    else if (!programmes.includes(programme)) note('chips', 'chip-without-programme', index);
  });
  if (refersTo.some((to) => to.id === id)) note('refersTo', 'refers-to-itself');
  return faults;
}

type Note = (field: ContentField, fault: ContentFaultKind) => void;

/** Market context has a kind of context and no stage; news of a chip the other way round. */
function checkNature({ kind, stage, contextKind }: AnnouncementContent, note: Note): void {
  const isContext = kind === 'context';
  if (isContext !== (stage === 'context')) note('stage', 'context-mismatch');
  if (isContext === (contextKind === null)) {
    note('contextKind', isContext ? 'missing' : 'context-mismatch');
  }
}

/** Months, quarters and years are dated by their first day. */
function isPeriodStart(date: string, precision: DatePrecision): boolean {
  if (date.length !== 10 || precision === 'day') return true;
  if (!date.endsWith('-01')) return false;
  const month = Number(date.slice(5, 7)) - 1;
  if (precision === 'quarter') return month % 3 === 0;
  return precision === 'month' || month === 0;
}
