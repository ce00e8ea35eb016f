import { PRICE } from '../../../src/shared/domain/alert/alert-condition';
import { draftFor, type RuleDraft } from '../../../src/shared/domain/alert/alert-rule';
import type { RuleFault } from '../../../src/shared/domain/alert/rule-fault';
import type { RuleLists } from '../../../src/shared/domain/alert/rule-lists';
import {
  readRulesFile,
  type RulesFileFault,
  writeRulesFile,
} from '../../../src/shared/domain/alert/rules-file';
import { isInstrumentId } from '../../../src/shared/domain/instrument/instrument';
import type { AlertDraft } from '../../../src/shared/domain/watchlist/watchlist-document';
import type { AlertDrafts } from '../transfer/alert-drafts-port';
import type { NewRule } from './alert-repository-port';
import type { AlertService } from './alert-service';

export type RulesImportAnswer =
  | { readonly ok: false; readonly fault: RulesFileFault }
  | {
      readonly ok: true;
      readonly kept: number;
      /** Rules that were there already, exactly, also further up in the file. */
      readonly known: number;
      readonly refused: readonly {
        readonly number: number;
        readonly fault: RuleFault | { readonly fault: 'too-many'; readonly where: '' };
      }[];
      readonly ids: readonly number[];
    };

export interface RulesTransferParts {
  readonly rules: Pick<AlertService, 'rules' | 'add'>;
  /** The lists of now, with their names in all languages. */
  readonly lists: () => Promise<RuleLists>;
}

/** Rules on their way in and out: as a file, and as limits that came with a list. */
export class RulesTransfer implements AlertDrafts {
  constructor(private readonly parts: RulesTransferParts) {}

  async importRules(text: string): Promise<RulesImportAnswer> {
    const read = readRulesFile(text, await this.parts.lists());
    if (!read.ok) return read;
    const isNew = this.newness();
    const wanted = read.rows.flatMap((row) => (row.ok && isNew(row.draft) ? [row] : []));
    const added = this.parts.rules.add(wanted);
    const refused = read.rows.flatMap((row) =>
      row.ok ? [] : { number: row.number, fault: row.fault },
    );
    const beyond = wanted.slice(added.length).map(({ number }) => ({
      number,
      fault: { fault: 'too-many', where: '' } as const,
    }));
    return {
      ...{ ok: true, kept: added.length, refused: [...refused, ...beyond] },
      known: read.rows.length - wanted.length - refused.length,
      ids: added.map(({ id }) => id),
    };
  }

  async exportRules(): Promise<string> {
    return writeRulesFile(this.parts.rules.rules(), await this.parts.lists());
  }

  /**
   * Limits that came with a list become rules that are off; those that are there already are left out.
   *
   * @returns how many rules were made
   */
  keepDrafts(limits: readonly AlertDraft[]): number {
    const isNew = this.newness();
    const drafts = limits
      .flatMap(limitRule)
      .filter(isNew)
      .map((draft): NewRule => ({ draft, enabled: false }));
    return this.parts.rules.add(drafts).length;
  }

  /** Says of each draft whether it asks what no rule and no draft before it asked. */
  private newness(): (draft: RuleDraft) => boolean {
    const known = new Set(this.parts.rules.rules().map(drawnUp));
    return (draft) => {
      const text = drawnUp(draft);
      const isNew = !known.has(text);
      known.add(text);
      return isNew;
    };
  }
}

/** The same for rules that ask the same. */
function drawnUp({ watch, expiresAt, note }: RuleDraft): string {
  return JSON.stringify([watch, expiresAt, note]);
}

/** A limit on what cannot be watched makes no rule. */
function limitRule({ symbol, side, price }: AlertDraft): RuleDraft[] {
  if (!isInstrumentId(symbol)) return [];
  return [
    draftFor(symbol, {
      of: PRICE,
      op: side === 'above' ? 'crossingUp' : 'crossingDown',
      value: price,
    }),
  ];
}
