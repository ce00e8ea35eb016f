import type { ShownAnnouncement } from '../announcement/curation/curated-entry';
import { LONGEST_REMARK, OWN_PREFIX } from '../announcement/curation/entry-curation';
import { asRecord, FieldReader } from '../announcement/curation/field-reader';
import { ANNOUNCEMENT_ID, readContent } from '../announcement/curation/read-content';
import type { PackRow } from './pack';

/** An announcement as a pack of any form holds it whole. */
export function entryJson({ curation, ...announcement }: ShownAnnouncement): object {
  const { annotation = null, wrong = null } = curation ?? {};
  return {
    ...announcement,
    ...(annotation !== null && { annotation }),
    ...(wrong !== null && { wrong }),
  };
}

/** Reads what {@link entryJson} wrote, or what somebody wrote like it. */
export function readEntryJson(value: unknown, number: number): PackRow {
  const { content, faults, unknown } = readContent(value, ['id', 'annotation', 'wrong']);
  const record = asRecord(value) ?? {};
  const reader = new FieldReader(record);
  const entry = {
    id: readId(record['id'], reader),
    content,
    annotation: reader.text('annotation', LONGEST_REMARK),
    wrong: reader.text('wrong', LONGEST_REMARK),
  };
  return { number, entry, faults: [...faults, ...reader.faults], unknown };
}

function readId(id: unknown, reader: FieldReader): string | null {
  if (id === undefined || id === null || id === '') return null;
  return reader.identity('id', id, ANNOUNCEMENT_ID);
}

/**
 * An identity for an entry that has none: the same for the same date, title and source, so that a
 * pack that is read twice brings nothing twice.
 */
export function idFromContent({ entry: { content } }: PackRow): string {
  const { date, title, sources } = content;
  const text = [date, title.en || title.zh, sources[0]?.url ?? ''].join('\n');
  return `${OWN_PREFIX}pack-${hashOf(text, 0x811c9dc5)}${hashOf(text, 0x01234567)}`;
}

/** FNV-1a, 32 bits, over code units. */
function hashOf(text: string, start: number): string {
  let hash = start;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
