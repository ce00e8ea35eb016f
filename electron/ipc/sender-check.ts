import type { WebFrameMain } from 'electron';

type Sender = Pick<WebFrameMain, 'url' | 'parent'>;

/**
 * True for the top frame of our own page. The address is parsed and its parts are compared: a
 * prefix would also fit `app://tapeout.example/`. A frame that is gone has no say.
 *
 * @param pageOrigin - `app://tapeout`
 */
export function isPageFrame(frame: Sender | null | undefined, pageOrigin: string): boolean {
  if (!frame || frame.parent !== null || !URL.canParse(frame.url)) return false;
  const url = new URL(frame.url);
  // Node gives `null` as the origin of every scheme that it does not know.
  return `${url.protocol}//${url.host}` === pageOrigin;
}
