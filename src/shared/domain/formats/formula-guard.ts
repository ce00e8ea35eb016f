/** What a spreadsheet would take for a formula or a command; Chinese keyboards write the wide ones. */
const FORMULA = /^'*[=+\-@\t\r\0\uff1d\uff0b\uff0d\uff20]/;
const GUARDED = /^'+[=+\-@\t\r\0\uff1d\uff0b\uff0d\uff20]/;

/** The text of a cell with an apostrophe before what a spreadsheet would compute. */
export function guardFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Takes away the apostrophe of {@link guardFormula}; any other text comes back as it is. */
export function unguardFormula(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
