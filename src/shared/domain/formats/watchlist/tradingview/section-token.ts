const TOKEN = /^###\s*(.*)$/s;
/** Some tools write the word before each name; TradingView itself calls sections `SECTION 1`. */
const WORD = /^SECTION\s+(?!\d+$)(.+)$/s;
const WORD_AHEAD = /^SECTION\s+(?!\d+$)/;

/** The name that a token opens a section with; empty where it has none, null for every other token. */
export function readSectionToken(token: string): string | null {
  const [, name] = TOKEN.exec(token) ?? [];
  if (name === undefined) return null;
  return WORD.exec(name)?.[1] ?? name;
}

/** The token that {@link readSectionToken} reads as this name. */
export function writeSectionToken(name: string): string {
  return `###${WORD_AHEAD.test(name) ? 'SECTION ' : ''}${name}`;
}
