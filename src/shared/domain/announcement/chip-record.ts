import type { AnnouncementSummary, Claim, Stage } from './announcement';
import type { Chip, Programme } from './programme';

type Told = Pick<
  AnnouncementSummary,
  'id' | 'date' | 'programmes' | 'chips' | 'kind' | 'stage' | 'claim'
>;

/** What the record says of one chip, or of a programme where no chip of it is named. */
export interface ChipRecord<Item extends Told = AnnouncementSummary> {
  /** Unique in its set. */
  readonly key: string;
  readonly programme: Programme;
  /** Null for claims about the programme as a whole, or about something of it that nobody has named. */
  readonly chip: Chip | null;
  /** Oldest first, never empty, no market context. A claim about several chips stands in each of theirs. */
  readonly claims: readonly Item[];
}

/** How far each stage is from an idea to a chip in use. Given up is no step of it. */
const STEPS: Readonly<Partial<Record<Stage, number>>> = {
  planned: 0,
  designing: 1,
  announced: 2,
  'taped-out': 3,
  sampling: 4,
  production: 5,
  deployed: 6,
};
const WEIGHTS: Readonly<Record<Claim, number>> = { rumoured: 0, reported: 1, confirmed: 2 };

/**
 * One record for each chip, and for each programme with claims that name no chip of it, in the order
 * of the programmes: a programme's own claims first, then its chips by their first claim.
 *
 * @param announcements - in any order
 */
export function chipRecords<Item extends Told>(
  programmes: readonly Programme[],
  chips: readonly Chip[],
  announcements: readonly Item[],
): ChipRecord<Item>[] {
  const programmeOf = new Map(chips.map(({ id, programme }) => [id, programme]));
  const told = new Map<string, Item[]>();
  for (const claim of [...announcements].sort(oldestFirst)) {
    for (const key of claim.kind === 'context' ? [] : keysOf(claim, programmeOf)) {
      told.set(key, [...(told.get(key) ?? []), claim]);
    }
  }
  return programmes.flatMap((programme) => {
    const own = recordOf(programme, null, told);
    const named = chips
      .filter((chip) => chip.programme === programme.id)
      .flatMap((chip) => recordOf(programme, chip, told));
    return [...own, ...named.sort((a, b) => oldestFirst(a.claims[0], b.claims[0]))];
  });
}

/**
 * The claim that says how far a chip has come: the furthest stage, not the last one told; of several
 * claims of it the best founded, then the earliest. A chip that was given up and not told of since
 * has come to its end. Null where there is no claim of a stage.
 *
 * @param claims - oldest first
 */
export function stageReached<Item extends Pick<Told, 'stage' | 'claim'>>(
  claims: readonly Item[],
): Item | null {
  const last = claims.at(-1);
  if (last?.stage === 'cancelled') return last;
  let best: Item | null = null;
  for (const claim of claims) {
    const step = STEPS[claim.stage];
    if (step !== undefined && (best === null || rank(claim) > rank(best))) best = claim;
  }
  return best;
}

/** A word of the record with the claim that it stands on. */
export interface RecordedFact {
  readonly value: string;
  readonly claim: Claim;
}

/**
 * What was told last of process, foundry or instruction set, the company's own word before any other.
 *
 * @param claims - oldest first
 */
export function newestFact(
  claims: readonly Pick<AnnouncementSummary, 'claim' | 'process' | 'foundry' | 'isa'>[],
  name: 'process' | 'foundry' | 'isa',
): RecordedFact | null {
  const telling = claims.filter((claim) => claim[name] !== null);
  const best = telling.filter(({ claim }) => claim === 'confirmed').at(-1) ?? telling.at(-1);
  const value = best?.[name] ?? null;
  return best && value !== null ? { value, claim: best.claim } : null;
}

/** The better founded of two claims. */
export function strongerClaim(one: Claim, other: Claim): Claim {
  return WEIGHTS[one] >= WEIGHTS[other] ? one : other;
}

/** Where a stage stands on the way from an idea to use; the end of a chip that was given up is last. */
export function stageStep(stage: Stage): number {
  return STEPS[stage] ?? Object.keys(STEPS).length;
}

function rank({ stage, claim }: Pick<Told, 'stage' | 'claim'>): number {
  return stageStep(stage) * Object.keys(WEIGHTS).length + WEIGHTS[claim];
}

function keysOf(claim: Told, programmeOf: ReadonlyMap<string, string>): Set<string> {
  const chips = claim.chips.filter((id) => programmeOf.has(id));
  const named = new Set(chips.map((id) => programmeOf.get(id)));
  const whole = claim.programmes.filter((id) => !named.has(id));
  return new Set([...chips.map(chipKey), ...whole.map(programmeKey)]);
}

function recordOf<Item extends Told>(
  programme: Programme,
  chip: Chip | null,
  told: ReadonlyMap<string, readonly Item[]>,
): ChipRecord<Item>[] {
  const key = chip ? chipKey(chip.id) : programmeKey(programme.id);
  const claims = told.get(key);
  return claims ? [{ key, programme, chip, claims }] : [];
}

const chipKey = (id: string): string => `chip ${id}`;
const programmeKey = (id: string): string => `programme ${id}`;

function oldestFirst(
  a: Pick<Told, 'id' | 'date'> | undefined,
  b: Pick<Told, 'id' | 'date'> | undefined,
): number {
  if (!a || !b) return 0;
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return a.id < b.id ? -1 : Number(a.id > b.id);
}
