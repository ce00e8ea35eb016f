import { fold, type HeadlineLexicon, type Term, type TermKind } from './headline-lexicon';

/** From here on a headline is likely news of a chip. */
export const LIKELY_SCORE = 4;

/** What of a headline counted, for the eye of the user. */
export interface ScoreReason {
  readonly kind: TermKind;
  /** The name or word as the record or the list of words writes it. */
  readonly text: string;
  readonly id: string | null;
  readonly points: number;
}

export interface HeadlineScore {
  /** The sum of the points. */
  readonly score: number;
  readonly isLikely: boolean;
  /** What counted most comes first. */
  readonly reasons: readonly ScoreReason[];
  readonly companyIds: readonly string[];
  readonly programmeIds: readonly string[];
}

interface Hit {
  readonly term: Term;
  readonly start: number;
  readonly end: number;
  readonly inTitle: boolean;
}

const MOST_SUMMARY = 300;

/**
 * How likely a headline is news of a chip that a company builds for itself: names of the record and
 * words of the trade, in English and Chinese. A name counts 4 (a chip or programme) or 2 (a company), a
 * word 3 or 2; of a second company or word only half is left, of further ones nothing, and what stands
 * in the summary alone counts half. A name that may mean something else counts beside its company only.
 */
export function scoreHeadline(
  headline: { readonly title: string; readonly summary: string },
  lexicon: HeadlineLexicon,
): HeadlineScore {
  const hits = [
    ...hitsIn(headline.title, lexicon, true),
    ...hitsIn(headline.summary.slice(0, MOST_SUMMARY), lexicon, false),
  ];
  const companies = new Set(hits.flatMap(({ term }) => (isCompany(term) ? (term.id ?? []) : [])));
  const counted = hits.filter(({ term }) => term.besides === null || companies.has(term.besides));
  const reasons = weigh(onePerThing(counted));
  const score = reasons.reduce((sum, { points }) => sum + points, 0);
  const programmes = reasons.filter(({ kind }) => kind === 'programme');
  const owners = counted.flatMap(({ term }) => term.company ?? []);
  return {
    score,
    isLikely: score >= LIKELY_SCORE,
    reasons,
    companyIds: [...new Set(owners)],
    programmeIds: programmes.flatMap(({ id }) => id ?? []),
  };
}

function isCompany({ kind }: Term): boolean {
  return kind === 'company';
}

/** Longer names come before shorter ones that stand inside of them. */
function hitsIn(text: string, lexicon: HeadlineLexicon, inTitle: boolean): readonly Hit[] {
  const folded = fold(text);
  const found = [...latinHits(folded, lexicon), ...chineseHits(folded, lexicon)].sort(
    (a, b) => b.end - b.start - (a.end - a.start),
  );
  const taken: Hit[] = [];
  for (const hit of found) {
    const overlaps = taken.some(
      ({ start, end, term }) =>
        hit.start < end && start < hit.end && term.folded !== hit.term.folded,
    );
    if (!overlaps) taken.push({ ...hit, inTitle });
  }
  return taken;
}

type Place = Omit<Hit, 'inTitle'>;

function latinHits(folded: string, { latin }: HeadlineLexicon): readonly Place[] {
  return [...folded.matchAll(/[a-z0-9]+/g)].flatMap(({ 0: word, index: start }) =>
    (latin.get(word) ?? []).flatMap((term) => {
      const end = start + term.folded.length;
      const isWhole = !/[a-z0-9]/.test(folded[end] ?? '') && folded.startsWith(term.folded, start);
      return isWhole ? [{ term, start, end }] : [];
    }),
  );
}

function chineseHits(folded: string, { chinese }: HeadlineLexicon): readonly Place[] {
  if (!/\p{Script=Han}/u.test(folded)) return [];
  return chinese.flatMap((term) => {
    const start = folded.indexOf(term.folded);
    return start < 0 ? [] : [{ term, start, end: start + term.folded.length }];
  });
}

/** A thing counts once, by the place where it counts most; a word that is also a name is the name. */
function onePerThing(hits: readonly Hit[]): readonly Hit[] {
  const best = new Map<string, Hit>();
  const names = new Set(hits.flatMap(({ term }) => (term.kind === 'word' ? [] : [term.folded])));
  for (const hit of hits) {
    const { kind, id, folded } = hit.term;
    if (kind === 'word' && names.has(folded)) continue;
    const key = `${kind} ${id ?? folded}`;
    const known = best.get(key);
    if (!known || (hit.inTitle && !known.inTitle)) best.set(key, hit);
  }
  return [...best.values()];
}

function weigh(hits: readonly Hit[]): readonly ScoreReason[] {
  const seen: Record<TermKind, number> = { company: 0, programme: 0, chip: 0, word: 0 };
  const pointsOf = ({ term, inTitle }: Hit): number => term.weight * (inTitle ? 1 : 0.5);
  return hits
    .toSorted((a, b) => pointsOf(b) - pointsOf(a))
    .map((hit) => {
      const { kind, text, id } = hit.term;
      const share = [1, 0.5][seen[kind]] ?? 0;
      seen[kind] += 1;
      return { kind, text, id, points: pointsOf(hit) * share };
    })
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points);
}
