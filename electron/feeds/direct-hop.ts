import { type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { AskHop, HopAnswer } from './feed-hop';
import { InnerAddressError, mayConnect, pinnedLookup, type ResolveName } from './pinned-lookup';

export interface DirectHopParts {
  readonly resolve: ResolveName;
  /** For tests against a server on this machine. */
  readonly allowLoopback: boolean;
}

/**
 * Asks a server itself, over a connection of its own that nobody else uses, without cookies, referrer
 * or cache. Chromium's network stack cannot be told where to connect, Node's can: so the address that
 * was checked is the one that is asked.
 */
export function directHop({ resolve, allowLoopback }: DirectHopParts): AskHop {
  const lookup = pinnedLookup(resolve, allowLoopback);
  return (url, headers, signal) =>
    new Promise<HopAnswer>((answer, fail) => {
      const request = url.protocol === 'https:' ? requestSecure : requestPlain;
      const asking = request(url, { headers, signal, lookup, agent: false }, (response) =>
        answer(toAnswer(response)),
      );
      asking.on('error', fail);
      asking.on('socket', (socket) => {
        socket.on('connect', () => {
          // What the look-up let through is checked once more where it is used.
          if (mayConnect(socket.remoteAddress ?? '', allowLoopback)) return;
          asking.destroy(new InnerAddressError('an inner address'));
        });
      });
      asking.end();
    });
}

function toAnswer(response: IncomingMessage): HopAnswer {
  return {
    status: response.statusCode ?? 0,
    header: (name) => {
      const value = response.headers[name];
      return typeof value === 'string' ? value : null;
    },
    body: response,
    isDecoded: false,
  };
}
