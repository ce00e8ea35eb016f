import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pageSession } from '../../../../electron/window/page-session';

type Respond = (request: Pick<Request, 'url' | 'method'>) => Promise<Response>;

/** A session that says in which order it was locked and given the page. */
class FakeSession {
  readonly steps: string[] = [];
  respond: Respond | null = null;
  readonly webRequest = { onBeforeRequest: () => this.steps.push('locked') };
  readonly protocol = {
    handle: (scheme: string, respond: Respond) => {
      this.steps.push(`serves ${scheme}`);
      this.respond = respond;
    },
  };
  setPermissionRequestHandler(): void {}
  setPermissionCheckHandler(): void {}
  setDevicePermissionHandler(): void {}
  on(): void {}
}

let folder = '';
let session: FakeSession;
let opened = 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tapeout-page-session-'));
  session = new FakeSession();
  opened = 0;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const prepared = () =>
  pageSession({
    open: () => {
      opened += 1;
      return session as never;
    },
    ...{ folder, allowDevTools: false, report: () => undefined },
  });

describe('pageSession', () => {
  it('makes no session before there is a window', () => {
    prepared();
    expect(opened).toBe(0);
  });

  it('locks the session, then serves the page, for the first window only', async () => {
    await writeFile(join(folder, 'index.html'), '<p>page</p>');
    const prepare = prepared();
    prepare();
    prepare();
    expect(opened).toBe(1);
    expect(session.steps).toEqual(['locked', 'serves app']);
    const answer = await session.respond?.({ url: 'app://tapeout/index.html', method: 'GET' });
    expect(await answer?.text()).toBe('<p>page</p>');
  });

  it('opens no session where there is no page, and tries again for the next window', async () => {
    const prepare = prepared();
    expect(prepare).toThrow('the page is missing');
    expect(opened).toBe(0);
    await writeFile(join(folder, 'index.html'), '');
    prepare();
    expect(session.steps).toEqual(['locked', 'serves app']);
  });
});
