/** Longest address of a source, in characters. */
export const LONGEST_ADDRESS = 2000;

const ADDRESS =
  /^https?:\/\/(?<host>[\p{L}\p{N}.-]+)(?::\d{1,5})?(?:[/?#][^\s\p{C}<>"\\^`{|}]*)?$/iu;

/** True for a plain address of the web: `http:` or `https:`, without user name and password. */
export function isWebAddress(text: string): boolean {
  return text.length <= LONGEST_ADDRESS && ADDRESS.test(text);
}

/** The host of such an address without `www.`; empty for anything else. */
export function hostOfAddress(text: string): string {
  return (
    ADDRESS.exec(text)
      ?.groups?.['host']?.replace(/^www\./i, '')
      .toLowerCase() ?? ''
  );
}
