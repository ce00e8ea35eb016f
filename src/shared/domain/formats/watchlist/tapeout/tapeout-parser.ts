import { cleanLine } from '../../../announcement/curation/clean-text';
import { jsonDepth } from '../../../packs/json-depth';
import { cutText } from '../cut-text';
import { LIST_LIMITS } from '../list-limits';
import type { ListFailure } from '../list-reading';
import type { ListTextParser, RawFailure } from '../raw-list';
import type { RawListCollector } from '../raw-list-collector';
import { itemLines } from './item-lines';
import { hasRefusedKey, ownField, plainObject, type PlainObject } from './plain-value';
import { ItemReader } from './read-item';
import { TAPEOUT_LIST, TAPEOUT_LIST_VERSION } from './tapeout-list';

const LIST_FIELDS = ['$schema', 'format', 'version', 'name', 'sections'];
const SECTION_FIELDS = ['name', 'items'];
const ITEM_FIELDS = ['symbol', 'written', 'note', 'flags', 'targets', 'lots'];

/** The app's own form, which keeps everything that a list can carry. */
export class TapeoutParser implements ListTextParser {
  private parts: string[] = [];
  private length = 0;
  private lines: readonly number[] = [];
  private item = 0;

  constructor(private readonly rows: RawListCollector) {}

  push(text: string): void {
    this.length += text.length;
    // What is too large to be parsed is not kept either.
    if (this.length > LIST_LIMITS.wholeText) this.parts = [];
    else this.parts.push(text);
  }

  finish(): RawFailure | null {
    if (this.length > LIST_LIMITS.wholeText) return failed('too-large');
    const text = this.parts.join('');
    this.parts = [];
    if (jsonDepth(text) > LIST_LIMITS.jsonDepth) return failed('too-deep');
    const value = parsed(text);
    if (hasRefusedKey(value)) return failed('refused-key');
    const list = plainObject(value);
    if (list === null) return failed('not-of-format');
    this.lines = itemLines(text);
    return this.readDocument(list);
  }

  /** @param list - a list within a larger file that was parsed and looked through already */
  readDocument(list: PlainObject): RawFailure | null {
    const version = ownField(list, 'version');
    const sections = ownField(list, 'sections');
    if (ownField(list, 'format') !== TAPEOUT_LIST) return failed('not-of-format');
    if (typeof version !== 'number' || version > TAPEOUT_LIST_VERSION) {
      return failed(typeof version === 'number' ? 'newer-version' : 'not-of-format');
    }
    if (!Array.isArray(sections)) return failed('not-of-format');
    this.nameOthers(list, LIST_FIELDS);
    const name = ownField(list, 'name');
    this.rows.name = typeof name === 'string' ? cutText(cleanLine(name), LIST_LIMITS.name) : null;
    for (const section of sections) this.readSection(plainObject(section) ?? {});
    return null;
  }

  private readSection(section: PlainObject): void {
    this.nameOthers(section, SECTION_FIELDS);
    const name = ownField(section, 'name');
    const items = ownField(section, 'items');
    this.rows.openSection(typeof name === 'string' ? name : null);
    for (const item of Array.isArray(items) ? items : []) this.readItem(item);
  }

  private readItem(value: unknown): void {
    // What is no object begins no line of its own.
    const isObject = typeof value === 'object' && value !== null;
    const line = this.lines[isObject ? this.item++ : this.item - 1] ?? 1;
    const text = (JSON.stringify(value) ?? '').slice(0, LIST_LIMITS.rowText);
    const item = plainObject(value);
    const symbol = item && ownField(item, 'symbol');
    if (item === null || typeof symbol !== 'string') {
      this.rows.add({ line, text, fault: { kind: 'not-of-format' } });
      return;
    }
    this.nameOthers(item, ITEM_FIELDS);
    const written = ownField(item, 'written');
    const reader = new ItemReader();
    const details = reader.details(item);
    this.rows.add({
      ...{ line, text, ...details, warnings: reader.warnings },
      written: typeof written === 'string' ? written.trim() : symbol.trim(),
      spellings: [symbol.trim()],
    });
  }

  private nameOthers(object: PlainObject, known: readonly string[]): void {
    for (const key of Object.keys(object)) if (!known.includes(key)) this.rows.leaveOut(key);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function failed(reason: ListFailure): RawFailure {
  return { reason, line: null };
}
