import type { Session } from 'electron';
import { AppProtocol } from './app-protocol';
import { listPageFiles, PAGE_SCHEME } from './page-files';

/**
 * Lets a session load the page.
 *
 * @param folder - absolute path of the built page
 * @throws when the folder cannot be read
 */
export function servePage(
  session: Session,
  folder: string,
  reportFailure: (message: string, cause: unknown) => void,
): void {
  const pages = new AppProtocol(listPageFiles(folder), reportFailure);
  session.protocol.handle(PAGE_SCHEME, (request) => pages.respond(request));
}
