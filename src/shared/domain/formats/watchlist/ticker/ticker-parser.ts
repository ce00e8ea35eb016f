import { cleanLine } from '../../../announcement/curation/clean-text';
import type { Lot } from '../../../watchlist/watchlist-document';
import { parseNumberText } from '../../import/number-text';
import { LIST_LIMITS } from '../list-limits';
import type { RowWarning } from '../list-reading';
import type { ListTextParser, RawFailure } from '../raw-list';
import type { RawListCollector } from '../raw-list-collector';
import { YamlFault, yamlField, yamlItems, type YamlNode, yamlText } from './yaml-node';
import { readYaml } from './yaml-subset';

const LIST_KEYS = ['watchlist', 'lots', 'holdings', 'groups'];
const SHOWN_VALUE = 40;

/** The settings of the terminal program ticker: its symbols, its groups as sections, its lots. */
export class TickerParser implements ListTextParser {
  private parts: string[] = [];
  private length = 0;

  constructor(private readonly rows: RawListCollector) {}

  push(text: string): void {
    this.length += text.length;
    if (this.length > LIST_LIMITS.yamlText) this.parts = [];
    else this.parts.push(text);
  }

  finish(): RawFailure | null {
    if (this.length > LIST_LIMITS.yamlText) return { reason: 'too-large', line: null };
    const text = this.parts.join('');
    this.parts = [];
    try {
      const file = readYaml(text);
      const isList = LIST_KEYS.some((key) => yamlField(file, key) !== undefined);
      if (!isList) return { reason: 'not-of-format', line: null };
      this.read(file);
      return null;
    } catch (error) {
      if (!(error instanceof YamlFault)) throw error;
      return { reason: 'not-of-format', line: error.line };
    }
  }

  private read(file: YamlNode): void {
    const groups = yamlItems(yamlField(file, 'groups'));
    const hasOwn = ['watchlist', 'lots', 'holdings'].some((key) => yamlField(file, key));
    if (hasOwn) this.readGroup(file, null);
    for (const group of groups) this.readGroup(group, yamlText(yamlField(group, 'name')));
  }

  private readGroup(group: YamlNode, name: string | null): void {
    this.rows.openSection(name);
    for (const item of yamlItems(yamlField(group, 'watchlist'))) this.readSymbol(item);
    const lots = ['lots', 'holdings'].flatMap((key) => yamlItems(yamlField(group, key)));
    for (const lot of lots) this.readLot(lot);
  }

  private readSymbol(node: YamlNode): void {
    const written = yamlText(node).trim();
    const text = node.kind === 'scalar' ? node.text : '';
    if (node.kind !== 'scalar') {
      this.rows.add({ line: node.line, text, fault: { kind: 'not-of-format' } });
    } else this.rows.add({ line: node.line, text, written });
  }

  private readLot(node: YamlNode): void {
    const { line } = node;
    const field = (key: string): string => yamlText(yamlField(node, key)).trim();
    const written = field('symbol');
    const text = `${written} ${field('quantity')} ${field('unit_cost')}`;
    const warnings: RowWarning[] = [];
    const number = (name: 'quantity' | 'price' | 'commission', key: string): number | null => {
      const cell = field(key);
      const value = parseNumberText(cell, '.', false);
      if (Number.isFinite(value)) return value;
      const shown = cleanLine(cell.slice(0, SHOWN_VALUE));
      if (cell !== '') warnings.push({ kind: 'value-left-out', field: name, value: shown });
      return null;
    };
    const quantity = number('quantity', 'quantity');
    const lot = quantity === null || quantity === 0 ? null : { quantity, ...NO_LOT };
    const price = number('price', 'unit_cost');
    const commission = number('commission', 'fixed_cost');
    const lots = lot === null ? [] : [{ ...lot, price, commission }];
    this.rows.add({ line, text, written, warnings, lots });
  }
}

const NO_LOT: Omit<Lot, 'quantity' | 'price' | 'commission'> = {
  ...{ currency: null, date: null, comment: '' },
};
