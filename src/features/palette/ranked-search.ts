import { queryWords, rankTexts, type SearchText } from '../../shared/domain/text/text-search';

/** A thing that can be found, with its texts. */
export interface Searchable<Item> {
  readonly item: Item;
  readonly texts: readonly SearchText[];
}

export interface Found<Item> {
  readonly item: Item;
  readonly rank: number;
}

/** The best answers, best first; equal ones in the order that they came in. */
export function findBest<Item>(
  all: readonly Searchable<Item>[],
  query: string,
  most: number,
): readonly Found<Item>[] {
  const words = queryWords(query);
  return all
    .map(({ item, texts }) => ({ item, rank: rankTexts(texts, words) }))
    .filter(({ rank }) => rank > 0)
    .sort((left, right) => right.rank - left.rank)
    .slice(0, most);
}
