/** `1 session`, `250 sessions`; the number as it is written. */
export const many = (count: string, one: string): string =>
  String(count) === '1' ? `1 ${one}` : `${count} ${one}s`;
