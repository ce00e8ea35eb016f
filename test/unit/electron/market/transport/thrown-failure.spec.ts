import { describe, expect, it } from 'vitest';
import {
  AnswerTooLarge,
  thrownFailure,
} from '../../../../../electron/market/transport/thrown-failure';

const withCode = (code: string): TypeError =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code }) });

describe('thrownFailure', () => {
  it.each([
    [withCode('ECONNREFUSED'), 'unreachable', 'ECONNREFUSED'],
    [withCode('UND_ERR_SOCKET'), 'unreachable', 'UND_ERR_SOCKET'],
    [new TypeError('fetch failed'), 'unreachable', 'no connection'],
    ['not even an error', 'unreachable', 'no connection'],
    [new Error('net::ERR_NAME_NOT_RESOLVED'), 'unreachable', 'ERR_NAME_NOT_RESOLVED'],
    [new Error('net::ERR_CONNECTION_RESET'), 'unreachable', 'ERR_CONNECTION_RESET'],
    [new Error('net::ERR_CERT_DATE_INVALID'), 'unreachable', 'ERR_CERT_DATE_INVALID'],
    [new TypeError('terminated'), 'bad-answer', 'the answer is cut short or damaged'],
    [new Error('net::ERR_CONTENT_DECODING_FAILED'), 'bad-answer', /damaged/],
    [new Error('net::ERR_CONTENT_LENGTH_MISMATCH'), 'bad-answer', /damaged/],
    [new Error('net::ERR_INCOMPLETE_CHUNKED_ENCODING'), 'bad-answer', /damaged/],
    [new Error('Redirect was cancelled'), 'blocked', 'sent to another page'],
    [new AnswerTooLarge(), 'bad-answer', 'the answer is larger than 32 MB'],
  ])('takes %s for %s', (error, reason, detail) => {
    const failure = thrownFailure(error);
    expect(failure.reason).toBe(reason);
    expect(failure.detail).toMatch(detail);
    expect(failure.retry).toBe(reason === 'unreachable' ? 'retry' : 'next-provider');
  });

  it.each([
    new TypeError('Failed to parse URL from https://x.example/q?token=ESECRETKEY'),
    withCode('/q?apikey=ESECRETKEY'),
    new Error('net::ERR_FAILED at https://x.example/?token=ESECRETKEY'),
  ])('repeats no address and no key of %s', (error) => {
    expect(thrownFailure(error).detail).not.toMatch(/SECRET|example/);
  });
});
