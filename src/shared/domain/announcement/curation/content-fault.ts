import type { AnnouncementContent } from './facet';

/** A field of an announcement as forms and files name it. */
export type ContentField = keyof AnnouncementContent | 'id' | 'annotation' | 'wrong';

export const CONTENT_FAULTS = [
  'missing',
  'wrong-type',
  'too-long',
  'too-many',
  'no-such-date',
  'not-period-start',
  'bad-moment',
  'not-a-choice',
  'bad-address',
  'bad-identity',
  'unknown-reference',
  'context-mismatch',
  'chip-without-programme',
  'refers-to-itself',
] as const;
export type ContentFaultKind = (typeof CONTENT_FAULTS)[number];

/** What keeps an announcement from being taken. */
export interface ContentFault {
  readonly field: ContentField;
  readonly fault: ContentFaultKind;
  /** Place in the field's list, from 0; null where the field as a whole is meant. */
  readonly index: number | null;
}
