import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isLoopback } from './feed-address';
import { isPublicAddress } from './public-address';

/** All addresses of a name, as the system knows them. */
export type ResolveName = (host: string) => Promise<readonly LookupAddress[]>;

/** The name leads into this machine or its network. */
export class InnerAddressError extends Error {
  override readonly name = 'InnerAddressError';
}

/**
 * The look-up of one connection. Every address of the name is looked at, and the connection can go to
 * one of exactly these: a name that means another machine a moment later (DNS rebinding) has nobody left
 * to ask. Numbers instead of names never get here; they are checked before.
 */
export function pinnedLookup(resolve: ResolveName, allowLoopback: boolean): LookupFunction {
  return (host, options, done) => {
    resolve(host).then(
      (addresses) => {
        const inner = addresses.find(({ address }) => !mayConnect(address, allowLoopback));
        const [first] = addresses;
        if (inner || !first) return done(new InnerAddressError('an inner address'), '', 4);
        if (options.all) return done(null, [...addresses]);
        return done(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => done(error, '', 4),
    );
  };
}

export function mayConnect(address: string, allowLoopback: boolean): boolean {
  return isPublicAddress(address) || (allowLoopback && isLoopback(address));
}
