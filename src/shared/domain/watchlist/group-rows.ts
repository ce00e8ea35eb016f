/** Rows that share something. `key` null: those that have nothing to share. */
export interface RowGroup<Key extends string, Row> {
  readonly key: Key | null;
  readonly rows: readonly Row[];
}

/**
 * The rows by what they share. Groups stand in the given order, those that it does not name after them
 * in the order in which they first appear, and last the one without a key; none is empty.
 */
export function groupRows<Key extends string, Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key | null,
  order: readonly Key[] = [],
): readonly RowGroup<Key, Row>[] {
  const groups = new Map<Key | null, Row[]>(order.map((key) => [key, []]));
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const rest = groups.get(null) ?? [];
  groups.delete(null);
  return [...groups, [null, rest] as const]
    .filter(([, members]) => members.length > 0)
    .map(([key, members]) => ({ key, rows: members }));
}
