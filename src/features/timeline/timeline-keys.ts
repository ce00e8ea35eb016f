const PAGE_ENTRIES = 5;

const STEPS: Readonly<Record<string, number>> = {
  ArrowUp: -1,
  ArrowDown: 1,
  PageUp: -PAGE_ENTRIES,
  PageDown: PAGE_ENTRIES,
  Home: -Infinity,
  End: Infinity,
};

/** The entry that a key leads to; null for other keys and an empty list. */
export function travel(
  key: string,
  ids: readonly string[],
  activeId: string | undefined,
): string | null {
  const step = STEPS[key];
  if (step === undefined) return null;
  const from = ids.indexOf(activeId ?? '');
  return ids[Math.min(ids.length - 1, Math.max(0, from + step))] ?? null;
}
