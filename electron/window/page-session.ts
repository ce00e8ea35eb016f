import type { Session } from 'electron';
import { AppProtocol } from './app-protocol';
import { listPageFiles, PAGE_SCHEME } from './page-files';
import { lockSession } from './security-policy';

export interface PageSessionParts {
  /** Makes the session, or gives the one that is there. */
  readonly open: () => Session;
  /** Absolute path of the built page. */
  readonly folder: string;
  readonly allowDevTools: boolean;
  readonly report: (message: string, cause: unknown) => void;
}

/**
 * Locks the session of the windows and lets it load the page. What comes back does so when it is called
 * first, which is before the first window: a start into the tray does without the memory of a session.
 * It throws where the folder cannot be read.
 */
export function pageSession({ open, folder, allowDevTools, report }: PageSessionParts): () => void {
  let isReady = false;
  return () => {
    if (isReady) return;
    const pages = new AppProtocol(listPageFiles(folder), report);
    const session = open();
    lockSession(session, allowDevTools);
    session.protocol.handle(PAGE_SCHEME, (request) => pages.respond(request));
    isReady = true;
  };
}
