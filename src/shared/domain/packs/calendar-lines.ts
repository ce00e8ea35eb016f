/** One line of an iCalendar file (RFC 5545, 3.1), unfolded. */
export interface CalendarLine {
  /** In capitals. */
  readonly name: string;
  /** Names in capitals, values without their quotes. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
}

const MOST_OCTETS = 75;

/** A line, folded so that none is longer than 75 octets and no character is cut. */
export function foldedLine(text: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of text) {
    const length = octetsOf(character.codePointAt(0) ?? 0);
    if (octets + length > MOST_OCTETS) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += length;
  }
  return `${[...parts, part].join('\r\n')}\r\n`;
}

/** A value of the type TEXT (RFC 5545, 3.3.11). */
export function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');
}

export function unescapeText(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, escaped: string) =>
    escaped === 'n' || escaped === 'N' ? '\n' : escaped,
  );
}

/** The lines of a file. What is no content line is left out. */
export function calendarLines(text: string): readonly CalendarLine[] {
  return text
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .flatMap((line) => readLine(line) ?? []);
}

function readLine(line: string): CalendarLine | null {
  const colon = endOfHead(line);
  if (colon <= 0) return null;
  const [name = '', ...parameters] = line.slice(0, colon).split(';');
  return {
    name: name.toUpperCase(),
    parameters: new Map(
      parameters.map((parameter) => {
        const [key = '', ...value] = parameter.split('=');
        return [key.toUpperCase(), value.join('=').replaceAll('"', '')];
      }),
    ),
    value: line.slice(colon + 1),
  };
}

/** The first colon outside of quotes; -1 where there is none. */
function endOfHead(line: string): number {
  let inQuotes = false;
  for (let index = 0; index < line.length; index += 1) {
    if (line[index] === '"') inQuotes = !inQuotes;
    else if (line[index] === ':' && !inQuotes) return index;
  }
  return -1;
}

function octetsOf(code: number): number {
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
