import type { IndustryMessages } from '../../shared/i18n/desk/en/industry';
import type { ActivePlace, RoadmapWords } from './roadmap-scene';
import type { RoadmapRow } from './roadmap-rows';

interface Told {
  readonly row: RoadmapRow;
  readonly place: ActivePlace;
  readonly isFolded: boolean;
  readonly words: RoadmapWords;
  readonly t: IndustryMessages['roadmap'];
}

/** What a screen reader says of the place where the keyboard is. */
export function optionText({ row, place, isFolded, words, t }: Told): string {
  const name = words.row(row);
  const claims = words.claims(row.marks.length);
  const at = row.marks.findIndex(({ claim }) => claim.id === place.claimId);
  const mark = row.marks[at];
  if (row.kind === 'company' && !mark) return `${name}: ${isFolded ? t.folded : t.unfolded}`;
  if (!mark) return `${name}: ${row.marks.length === 0 ? t.noClaims : claims}`;
  const ended = row.bar ? ` (${t.ended[row.bar.end]})` : '';
  return `${name}${ended}: ${words.mark(mark)}. ${at + 1} / ${row.marks.length}`;
}
