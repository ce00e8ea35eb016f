/** A text as an SQL literal, for statements that take no parameters. */
export function sqlText(text: string): string {
  if (text.includes('\0')) throw new RangeError('an SQL literal cannot hold a NUL');
  return `'${text.replaceAll("'", "''")}'`;
}
