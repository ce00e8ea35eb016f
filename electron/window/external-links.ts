export type OpenedLink =
  | { readonly ok: true; readonly host: string }
  | { readonly ok: false; readonly reason: 'refused-address' | 'no-browser' };

const LONGEST_ADDRESS = 2048;

/**
 * The one door to the user's browser. Only `https:`, no user name or password in the address, and
 * it is the parsed form that goes out, so that what was checked is what is opened.
 */
export class ExternalLinks {
  /** @param open - hands an address to the system; rejects where no browser takes it */
  constructor(
    private readonly open: (address: string) => Promise<void>,
    private readonly reportFailure: (message: string, cause: unknown) => void,
  ) {}

  async openLink(address: string): Promise<OpenedLink> {
    const url = readAddress(address);
    if (!url) return { ok: false, reason: 'refused-address' };
    try {
      await this.open(url.href);
      return { ok: true, host: url.host };
    } catch (error) {
      this.reportFailure(`no browser opened a page of ${url.host}`, error);
      return { ok: false, reason: 'no-browser' };
    }
  }
}

function readAddress(address: string): URL | null {
  if (address.length > LONGEST_ADDRESS || hasControlCharacter(address)) return null;
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  return url;
}

/** `new URL` drops tabs and newlines silently; an address that holds them is not a typed one. */
function hasControlCharacter(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x20 || code === 0x7f) return true;
  }
  return false;
}
