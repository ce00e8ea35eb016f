import type { LocalizedText } from '../../text/localized-text';
import { cleanLine, cleanText } from './clean-text';
import type { ContentFault, ContentFaultKind, ContentField } from './content-fault';

export type PlainRecord = Readonly<Record<string, unknown>>;

/** An object with fields of its own; null for everything else, and for one that sets its prototype. */
export function asRecord(value: unknown): PlainRecord | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return Object.hasOwn(value, '__proto__') ? null : (value as PlainRecord);
}

/** Reads the fields of an announcement of unknown origin, and notes what is wrong with each. */
export class FieldReader {
  readonly faults: ContentFault[] = [];
  private index: number | null = null;

  constructor(private readonly record: PlainRecord) {}

  note(field: ContentField, fault: ContentFaultKind): void {
    this.faults.push({ field, fault, index: this.index });
  }

  /** One line of text; null where there is none. */
  line(field: ContentField, longest: number): string | null {
    return this.textOf(this.own(field), field, longest, cleanLine);
  }

  /** Text of several lines; null where there is none. */
  text(field: ContentField, longest: number): string | null {
    return this.textOf(this.own(field), field, longest, cleanText);
  }

  /** Text in two languages; either may be empty. A bare text counts as English. */
  localized(field: ContentField, longest: number, clean = cleanLine): LocalizedText {
    const value = this.own(field);
    const record = typeof value === 'string' ? { en: value } : asRecord(value);
    if (value !== null && record === null) this.note(field, 'wrong-type');
    const of = (language: string): string =>
      this.textOf(ownOf(record ?? {}, language), field, longest, clean) ?? '';
    return { en: of('en'), zh: of('zh') };
  }

  /** One of a closed list; `otherwise` where there is none. */
  choice<Choice extends string>(
    field: ContentField,
    choices: readonly Choice[],
    otherwise: Choice | null,
  ): Choice {
    const value = this.own(field) ?? otherwise;
    const chosen = choices.find((choice) => choice === value);
    if (chosen !== undefined) return chosen;
    this.note(field, value === null ? 'missing' : 'not-a-choice');
    return choices[0] as Choice;
  }

  flag(field: ContentField, otherwise: boolean): boolean {
    const value = this.own(field);
    if (value === null) return otherwise;
    if (typeof value !== 'boolean') this.note(field, 'wrong-type');
    return value === true;
  }

  /** The items of a list, those left out that `read` gives null for (having noted why). */
  list<Item>(
    field: ContentField,
    most: number,
    read: (value: unknown) => Item | null,
  ): readonly Item[] {
    const value = this.own(field);
    if (value === null) return [];
    if (!Array.isArray(value)) {
      this.note(field, 'wrong-type');
      return [];
    }
    if (value.length > most) this.note(field, 'too-many');
    const items = value.slice(0, most).flatMap((each: unknown, index): Item[] => {
      this.index = index;
      const item = read(each);
      return item === null ? [] : [item];
    });
    this.index = null;
    return items;
  }

  /** An identity that must match; null (and a fault) where it does not. */
  identity(field: ContentField, value: unknown, pattern: RegExp): string | null {
    if (typeof value === 'string' && value.length <= 120 && pattern.test(value)) return value;
    this.note(field, typeof value === 'string' ? 'bad-identity' : 'wrong-type');
    return null;
  }

  textOf(
    value: unknown,
    field: ContentField,
    longest: number,
    clean: (text: string) => string = cleanLine,
  ): string | null {
    if (value === null || value === undefined) return null;
    if (typeof value !== 'string') {
      this.note(field, 'wrong-type');
      return null;
    }
    // Not cleaned before its length is known: it may be as long as a file.
    if (value.length > longest * 2) {
      this.note(field, 'too-long');
      return null;
    }
    const text = clean(value);
    if (text.length > longest) this.note(field, 'too-long');
    return text === '' ? null : text;
  }

  private own(field: string): unknown {
    return ownOf(this.record, field);
  }
}

function ownOf(record: PlainRecord, name: string): unknown {
  return Object.hasOwn(record, name) ? (record[name] ?? null) : null;
}
