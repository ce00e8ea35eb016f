import type { ChipRecord } from '../../shared/domain/announcement/chip-record';
import type { Locale } from '../../shared/domain/settings/settings';
import type { IndustryKind, IndustryState } from '../../state/industry-state.svelte';
import type { TimelineState } from '../../state/timeline-state.svelte';
import {
  holdsWords,
  queryWords,
  type SearchText,
  searchText,
} from '../../shared/domain/text/text-search';

type Asked = Pick<IndustryState, 'kind' | 'company' | 'query'>;
type Names = Pick<TimelineState, 'companyName' | 'readings'>;

const OWN_KINDS: readonly string[] = ['cpu', 'accelerator', 'soc'] satisfies IndustryKind[];
const LANGUAGES: readonly Locale[] = ['en', 'zh-CN'];

/**
 * The records that are asked for, companies in the order of the alphabet (of pinyin in Chinese). A
 * text is looked for in names, processes, foundries and instruction sets, in both languages.
 */
export function askedRecords(
  records: readonly ChipRecord[],
  asked: Asked,
  names: Names,
  locale: Locale,
): readonly ChipRecord[] {
  const words = queryWords(asked.query);
  const collator = new Intl.Collator(locale);
  const nameOf = ({ programme }: ChipRecord): string =>
    names.companyName(programme.company, locale);
  return records
    .filter((record) => isOfKind(record, asked.kind))
    .filter(({ programme }) => asked.company === null || programme.company === asked.company)
    .filter((record) => words.length === 0 || holdsWords(textsOf(record, names), words))
    .sort((a, b) => collator.compare(nameOf(a), nameOf(b)));
}

function isOfKind({ programme }: ChipRecord, kind: IndustryKind): boolean {
  if (kind === 'all') return true;
  return kind === 'other' ? !OWN_KINDS.includes(programme.kind) : programme.kind === kind;
}

function textsOf({ programme, chip, claims }: ChipRecord, names: Names): readonly SearchText[] {
  const facts = claims.flatMap(({ process, foundry, isa }) => [process, foundry, isa]);
  const company = LANGUAGES.map((locale) => names.companyName(programme.company, locale));
  const both = [programme.name, ...(chip ? [chip.name] : [])].flatMap(({ en, zh }) => [en, zh]);
  const { readings } = names;
  return [
    ...[...company, ...both].map((name) => searchText(name, { readings, isName: true })),
    ...facts.filter((fact) => fact !== null).map((fact) => searchText(fact)),
  ];
}
