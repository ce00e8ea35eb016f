import type { Company } from '../announcement/announcement';
import type { Chip, Programme } from '../announcement/programme';
import { COMMON_NAMES, COMPANY_ALIASES, TRADE_WORDS } from './trade-words';

export type TermKind = 'company' | 'programme' | 'chip' | 'word';

/** Something that a headline may name. */
export interface Term {
  readonly kind: TermKind;
  /** As it is shown. */
  readonly text: string;
  /** In lower case, compatibility forms resolved. */
  readonly folded: string;
  /** Of the company, programme or chip; null for a word. */
  readonly id: string | null;
  /** Company that has to be named besides; null where the name says enough. */
  readonly besides: string | null;
  /** Company that it belongs to; null for a word. */
  readonly company: string | null;
  readonly weight: number;
}

/** What headlines are looked through for; made once of the record, used for every headline. */
export interface HeadlineLexicon {
  /** Terms in Latin letters by their first word, the longest first. */
  readonly latin: ReadonlyMap<string, readonly Term[]>;
  /** Terms with Chinese characters, the longest first. */
  readonly chinese: readonly Term[];
}

export interface LexiconSources {
  readonly companies: readonly Company[];
  readonly programmes: readonly Programme[];
  readonly chips: readonly Chip[];
}

const COMPANY_WEIGHT = 2;
const PROGRAMME_WEIGHT = 4;
const CHINESE = /\p{Script=Han}/u;
/** Groups of the record that are nobody's name. */
const NO_COMPANY = /government|industry|^us-/;
const SEPARATORS = /\s*[/／]\s*|\s*[（(]|[)）]\s*/;

/** Lower case, full-width and other compatibility forms as plain ones. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

export function makeLexicon({ companies, programmes, chips }: LexiconSources): HeadlineLexicon {
  const names = companyNames(companies);
  const owners = new Map(programmes.map((programme) => [programme.id, programme.company]));
  const terms: Term[] = [
    ...[...names].flatMap(([text, id]) => term('company', text, id, id, COMPANY_WEIGHT)),
    ...programmes.flatMap((programme) => programmeTerms(programme, names)),
    ...chips.flatMap((chip) => chipTerms(chip, owners.get(chip.programme) ?? null)),
    ...TRADE_WORDS.flatMap(({ text, weight }) => term('word', text, null, null, weight)),
  ];
  return {
    latin: byFirstWord(terms.filter(({ folded }) => !CHINESE.test(folded))),
    chinese: longestFirst(terms.filter(({ folded }) => CHINESE.test(folded))),
  };
}

/** Company by name; a company of its own comes before a group that names it. */
function companyNames(companies: readonly Company[]): ReadonlyMap<string, string> {
  const known = companies.filter(({ id }) => !NO_COMPANY.test(id));
  const names = new Map<string, string>();
  const isGroup = ({ name }: Company): boolean => /[/／]/.test(name.en);
  const ordered = [...known.filter((each) => !isGroup(each)), ...known.filter(isGroup)];
  for (const { id, name } of ordered) {
    for (const text of [...name.en.split(SEPARATORS), ...name.zh.split(SEPARATORS)]) {
      if (text !== '' && !names.has(text)) names.set(text, id);
    }
    for (const alias of COMPANY_ALIASES[id] ?? []) names.set(alias, id);
  }
  return names;
}

/** `Google TPU` is found by `TPU`, since the company may stand elsewhere in the headline. */
function programmeTerms(programme: Programme, names: ReadonlyMap<string, string>): Term[] {
  const { id, company, name } = programme;
  const texts = [name.en, name.zh].flatMap((full) => {
    const own = [...names].filter(([text, owner]) => owner === company && full.startsWith(text));
    const longest = own.reduce((most, [text]) => Math.max(most, text.length), 0);
    return full
      .slice(longest)
      .split(SEPARATORS)
      .map((part) => part.trim());
  });
  return named('programme', texts, id, company);
}

function chipTerms({ id, name }: Chip, company: string | null): Term[] {
  return named('chip', [...name.en.split(SEPARATORS), ...name.zh.split(SEPARATORS)], id, company);
}

function named(
  kind: 'programme' | 'chip',
  texts: readonly string[],
  id: string,
  company: string | null,
): Term[] {
  return [...new Set(texts)]
    .filter((text) => text.length >= 2)
    .flatMap((text) =>
      term(kind, text, id, company, PROGRAMME_WEIGHT, standsAlone(text) ? null : company),
    );
}

/** `Graviton4` and `昇腾910C` mean one thing only; `M1`, `Titan` and `麒麟` may mean many. */
function standsAlone(text: string): boolean {
  const folded = fold(text);
  if (CHINESE.test(folded)) return /\d{3}/.test(folded);
  const letters = folded.replace(/[^a-z0-9]/g, '');
  return letters.length >= 5 && !COMMON_NAMES.has(folded) && !TRADE_FOLDED.has(folded);
}

const TRADE_FOLDED = new Set(TRADE_WORDS.map(({ text }) => fold(text)));

function term(
  kind: TermKind,
  text: string,
  id: string | null,
  company: string | null,
  weight: number,
  besides: string | null = null,
): Term[] {
  const folded = fold(text).trim();
  return folded === '' ? [] : [{ kind, text: text.trim(), folded, id, besides, company, weight }];
}

function byFirstWord(terms: readonly Term[]): ReadonlyMap<string, readonly Term[]> {
  const index = new Map<string, Term[]>();
  for (const each of longestFirst(terms)) {
    const first = /[a-z0-9]+/.exec(each.folded)?.[0] ?? each.folded;
    index.set(first, [...(index.get(first) ?? []), each]);
  }
  return index;
}

/** Of equal length, what names a thing comes before what is a word. */
function longestFirst(terms: readonly Term[]): readonly Term[] {
  const rank = { chip: 0, programme: 1, company: 2, word: 3 } as const;
  return terms.toSorted((a, b) => b.folded.length - a.folded.length || rank[a.kind] - rank[b.kind]);
}
