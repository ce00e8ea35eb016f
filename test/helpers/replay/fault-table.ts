import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type {
  ProviderFailure,
  RetryClass,
} from '../../../src/shared/domain/market/provider-failure';
import type { NetworkSource } from '../../../src/shared/domain/quote/quote';

/** One way in which a source goes wrong, and what it has to be taken for. */
export interface Fault {
  readonly name: string;
  readonly answer: (response: ServerResponse) => void;
  readonly reason: ProviderFailure;
  readonly retry: RetryClass;
  /** Ends only because the caller's patience does. */
  readonly isEndless?: boolean;
}

/** Those of the sources that are asked with the user's key. */
const KEYED: ReadonlySet<NetworkSource> = new Set(['twelve-data', 'finnhub', 'tiingo']);

/** What a fault of a source is to be taken for: a refusal of a question with a key is one of the key. */
export function reasonOf(fault: Fault, source: NetworkSource): ProviderFailure {
  const refusesKey = KEYED.has(source) && (fault.name === '401' || fault.name === '403');
  return refusesKey ? 'key-refused' : fault.reason;
}

type Answer = Fault['answer'];

const status =
  (code: number, headers: Record<string, string> = {}, body = 'fault'): Answer =>
  (response) => {
    response.writeHead(code, headers);
    response.end(body);
  };

const DRIP_MS = 5;
const PAGE = '<!doctype html><html><body>Please wait</body></html>';
const HTML = { 'content-type': 'text/html' };
const JSON_TYPE = { 'content-type': 'application/json' };

export const FAULTS: readonly Fault[] = [
  { name: '401', answer: status(401), reason: 'blocked', retry: 'next-provider' },
  { name: '403', answer: status(403), reason: 'blocked', retry: 'next-provider' },
  { name: '404', answer: status(404, HTML, PAGE), reason: 'bad-answer', retry: 'next-provider' },
  { name: '429', answer: status(429), reason: 'rate-limited', retry: 'next-provider' },
  {
    name: '429 with Retry-After',
    answer: status(429, { 'retry-after': '120' }),
    reason: 'rate-limited',
    retry: 'next-provider',
  },
  {
    name: '456 with a page',
    answer: status(456, HTML, PAGE),
    reason: 'rate-limited',
    retry: 'next-provider',
  },
  { name: '500', answer: status(500), reason: 'server-error', retry: 'retry' },
  { name: '502', answer: status(502, HTML, PAGE), reason: 'server-error', retry: 'retry' },
  { name: '503', answer: status(503), reason: 'server-error', retry: 'retry' },
  {
    name: 'no answer',
    answer: () => undefined,
    reason: 'timed-out',
    retry: 'retry',
    isEndless: true,
  },
  {
    name: 'a reset',
    answer: (response) => response.socket?.resetAndDestroy(),
    reason: 'unreachable',
    retry: 'retry',
  },
  {
    name: 'a slow drip',
    answer: (response) => {
      response.writeHead(200, JSON_TYPE);
      response.write('{"chart":"');
      const drip = setInterval(() => response.write('x'), DRIP_MS);
      response.on('close', () => clearInterval(drip));
    },
    reason: 'timed-out',
    retry: 'retry',
    isEndless: true,
  },
  {
    name: 'a cut gzip',
    answer: (response) => {
      const whole = gzipSync(JSON.stringify({ data: 'x'.repeat(2000) }));
      response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' });
      response.end(whole.subarray(0, whole.length - 20));
    },
    reason: 'bad-answer',
    retry: 'next-provider',
  },
  {
    name: 'partial JSON',
    answer: status(200, JSON_TYPE, '{"chart":{"result":[{"meta"'),
    reason: 'bad-answer',
    retry: 'next-provider',
  },
  {
    name: 'a page with 200',
    answer: status(200, HTML, PAGE),
    reason: 'bad-answer',
    retry: 'next-provider',
  },
  {
    name: 'Too Many Requests with 200',
    answer: status(200, { 'content-type': 'text/plain' }, 'Too Many Requests\r\n'),
    reason: 'bad-answer',
    retry: 'next-provider',
  },
  {
    name: 'empty 200',
    answer: status(200, JSON_TYPE, ''),
    reason: 'bad-answer',
    retry: 'next-provider',
  },
  {
    name: 'a consent redirect',
    answer: status(302, { location: '/consent' }),
    reason: 'blocked',
    retry: 'next-provider',
  },
];
