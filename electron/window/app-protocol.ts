import { readFile } from 'node:fs/promises';
import type { CustomScheme } from 'electron';
import { PAGE_SCHEME, type PageFiles } from './page-files';

/** To be registered before `ready`. Never with `bypassCSP`; the page asks no network at all. */
export const PAGE_SCHEME_PRIVILEGES: CustomScheme = {
  scheme: PAGE_SCHEME,
  privileges: { standard: true, secure: true, codeCache: true },
};

/**
 * What the page may load: only its own files, and `data:` images. No inline script or style, no
 * connection of any kind, no frame. Svelte makes its templates through the one named policy; every
 * other way to turn text into markup or script throws.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html',
].join('; ');

const SECURITY_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** Answers `app:` requests from a fixed map of files. */
export class AppProtocol {
  constructor(
    private readonly files: PageFiles,
    private readonly reportFailure: (message: string, cause: unknown) => void,
  ) {}

  /** Never rejects. 404 for every address that is not in the map, whatever it looks like. */
  async respond(request: Pick<Request, 'url' | 'method'>): Promise<Response> {
    if (request.method !== 'GET') return refusal(405);
    const file = this.files.get(request.url);
    if (!file) return refusal(404);
    try {
      return new Response(await readFile(file.path), {
        headers: { ...SECURITY_HEADERS, 'content-type': file.contentType },
      });
    } catch (error) {
      this.reportFailure('a file of the page could not be read', error);
      return refusal(404);
    }
  }
}

function refusal(status: 404 | 405): Response {
  return new Response(null, { status, headers: SECURITY_HEADERS });
}
