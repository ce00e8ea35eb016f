import type { Announcement } from '../../src/shared/domain/announcement/announcement';
import { addDays, type CalendarDate } from '../../src/shared/domain/calendar/calendar-date';
import type { AnnouncementFile } from './announcement-set';

type Identified = { readonly id: string };
type Links = ReadonlyMap<string, readonly string[]>;

/**
 * What of the files points to nothing, to the wrong thing or in a circle, each in one line; empty
 * for a good set. The schema has looked at every entry by itself before.
 */
export function referenceFaults(files: readonly AnnouncementFile[]): readonly string[] {
  const programmes = files.flatMap((file) => file.programmes);
  const chips = files.flatMap((file) => file.chips);
  const announcements = files.flatMap((file) => file.announcements);
  return [
    ...repeated('programme', programmes),
    ...repeated('chip', chips),
    ...repeated('announcement', announcements),
    ...files.flatMap(ownerFaults),
    ...predecessorFaults(files),
    ...announcements.flatMap((entry) => chipFaults(entry, files)),
    ...claimFaults(announcements),
    ...unused(
      'programme',
      programmes,
      announcements.flatMap((entry) => entry.programmes),
    ),
    ...unused(
      'chip',
      chips,
      announcements.flatMap((entry) => entry.chips),
    ),
  ];
}

function repeated(what: string, all: readonly Identified[]): string[] {
  return all
    .filter(({ id }, index) => all.findIndex((other) => other.id === id) !== index)
    .map(({ id }) => `${what} ${id} stands twice`);
}

function unused(what: string, all: readonly Identified[], named: readonly string[]): string[] {
  const used = new Set(named);
  return all.filter(({ id }) => !used.has(id)).map(({ id }) => `no claim names ${what} ${id}`);
}

/** A company's file holds its own programmes, and these alone own its chips. */
function ownerFaults({ companies, programmes, chips }: AnnouncementFile): string[] {
  const companyIds = companies.map(({ id }) => id);
  const programmeIds = programmes.map(({ id }) => id);
  return [
    ...programmes
      .filter(({ company }) => !companyIds.includes(company))
      .map(({ id }) => `programme ${id} has no company in its file`),
    ...chips
      .filter(({ programme }) => !programmeIds.includes(programme))
      .map(({ id }) => `chip ${id} has no programme in its file`),
  ];
}

function predecessorFaults(files: readonly AnnouncementFile[]): string[] {
  const chips = files.flatMap((file) => file.chips);
  const programmeOf = new Map(chips.map(({ id, programme }) => [id, programme]));
  const strangers = chips
    .filter(({ predecessor: to, programme }) => to !== null && programmeOf.get(to) !== programme)
    .map(({ id }) => `chip ${id} follows no chip of its programme`);
  const links = new Map(chips.map(({ id, predecessor: to }) => [id, to === null ? [] : [to]]));
  return [...strangers, ...circles(links).map((id) => `chip ${id} follows itself`)];
}

function chipFaults(entry: Announcement, files: readonly AnnouncementFile[]): string[] {
  const programmeIds = files.flatMap((file) => file.programmes.map(({ id }) => id));
  const chips = files.flatMap((file) => file.chips);
  const unknown = entry.programmes.filter((id) => !programmeIds.includes(id));
  const foreign = entry.chips.filter((id) => {
    const chip = chips.find((each) => each.id === id);
    return !chip || !entry.programmes.includes(chip.programme);
  });
  return [
    ...unknown.map((id) => `${entry.id} names an unknown programme ${id}`),
    ...foreign.map((id) => `${entry.id} names chip ${id}, but not its programme`),
  ];
}

function claimFaults(announcements: readonly Announcement[]): string[] {
  const byId = new Map(announcements.map((entry) => [entry.id, entry]));
  const links = new Map(announcements.map(({ id, refersTo }) => [id, refersTo.map((to) => to.id)]));
  const faults = announcements.flatMap((entry) => {
    const ids = links.get(entry.id) ?? [];
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
    const missing = ids.filter((id) => !byId.has(id));
    const later = ids.filter((id) => (byId.get(id)?.date ?? '') > lastDay(entry));
    return [
      ...twice.map((id) => `${entry.id} refers to ${id} twice`),
      ...missing.map((id) => `${entry.id} refers to ${id}, which is not there`),
      ...later.map((id) => `${entry.id} refers to ${id}, which is later`),
    ];
  });
  return [...faults, ...circles(links).map((id) => `${id} refers back to itself`)];
}

/** Of the day, month, quarter or year in which a claim was made. */
function lastDay({ date, precision }: Announcement): CalendarDate {
  if (precision === 'day') return date;
  const month = Number(date.slice(5, 7)) + { month: 1, quarter: 3, year: 12 }[precision];
  const year = Number(date.slice(0, 4)) + Math.floor((month - 1) / 12);
  return addDays(`${year}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-01`, -1);
}

/** Every node that can reach itself. */
function circles(links: Links): string[] {
  return [...links.keys()].filter((from) => {
    const seen = new Set(links.get(from));
    for (const id of seen) for (const next of links.get(id) ?? []) seen.add(next);
    return seen.has(from);
  });
}
