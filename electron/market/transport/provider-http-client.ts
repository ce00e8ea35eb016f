import { type Body, readJson, readText } from './answer-body';
import type { HostGate, HostOutcome } from './host-gate';
import { Patience, type PatienceEnd } from './patience';
import type { HttpRequest, HttpResult, ProviderHttp } from './provider-http';
import { letGo, readAnswer } from './read-answer';
import { failure, type NetworkFailure, statusFailure, unknownShape } from './status-failure';
import { sentElsewhere, thrownFailure } from './thrown-failure';

export interface ProviderHttpParts {
  /** Of Electron's network stack at run time, so that the system's proxies are used. */
  readonly fetch: typeof globalThis.fetch;
  readonly userAgent: string;
  /** Base address by the provider's own name for it. */
  readonly address: (name: string) => string;
  readonly gate: (host: string) => HostGate;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly after: (delayMs: number, task: () => void) => () => void;
  /** Hears how each request ended: null where it was answered. */
  readonly ended: (error: NetworkFailure | null) => void;
}

interface Answer {
  readonly contentType: string | null;
  readonly bytes: Uint8Array;
}

type Read<T> = (answer: Answer) => Body<T>;
type Failed = Extract<HttpResult<never>, { readonly ok: false }>;

/** The network of one provider. */
export class ProviderHttpClient implements ProviderHttp {
  constructor(private readonly parts: ProviderHttpParts) {}

  json<T>(request: HttpRequest, read: (value: unknown) => T | null): Promise<HttpResult<T>> {
    return this.ask(request, ({ bytes }) => {
      const text = new TextDecoder().decode(bytes);
      const body = readJson(text);
      const status = body.ok ? (request.statusIn?.(body.value) ?? null) : null;
      const error = status === null ? null : this.failureOf(request, status, null, text);
      return error ? { ok: false, error } : understood(body, read);
    });
  }

  text<T>(
    request: HttpRequest & { readonly encoding: 'utf-8' | 'gb18030' },
    read: (text: string) => T | null,
  ): Promise<HttpResult<T>> {
    return this.ask(request, ({ bytes, contentType }) => {
      const text = new TextDecoder(request.encoding).decode(bytes);
      return understood(readText(text, contentType), read);
    });
  }

  private async ask<T>(request: HttpRequest, read: Read<T>): Promise<HttpResult<T>> {
    const url = this.parts.address(request.address) + request.path;
    const gate = this.parts.gate(new URL(url).host);
    if (!(await gate.enter(request.signal))) {
      if (request.signal?.aborted) return failed(ENDS.cancelled);
      return failed(failure('resting', 'next-provider', 'left alone after failures'));
    }
    const patience = new Patience({ after: this.parts.after, signal: request.signal });
    patience.start();
    const result = await this.fetchAndRead(url, request, read, patience);
    patience.dispose();
    const error = result.ok ? null : result.error;
    gate.leave(outcomeOf(error, request.path));
    if (!request.isAside) this.parts.ended(error);
    return result;
  }

  private async fetchAndRead<T>(
    url: string,
    request: HttpRequest,
    read: Read<T>,
    patience: Patience,
  ): Promise<HttpResult<T>> {
    try {
      const { fetch, userAgent } = this.parts;
      const { signal } = patience;
      const headers = { 'User-Agent': userAgent, ...request.headers };
      const asking = fetch(url, { headers, redirect: 'manual', referrerPolicy: REFERRERS, signal });
      const response = await patience.wait(asking);
      patience.noteHeard();
      const { status } = response;
      if (response.type === 'opaqueredirect' || (status >= 300 && status < 400)) {
        letGo(response.body?.cancel());
        return failed(sentElsewhere());
      }
      const bytes = await readAnswer(response, patience);
      if (response.ok) return toResult(read({ bytes, contentType: typeOf(response) }));
      const body = new TextDecoder().decode(bytes);
      const pause = response.headers.get('retry-after');
      const error = this.failureOf(request, status, pause, body) ?? sentElsewhere();
      return { ok: false, error, status, body };
    } catch (error) {
      return failed(patience.ended ? ENDS[patience.ended] : thrownFailure(error));
    }
  }

  private failureOf(
    { carriesKey = false }: HttpRequest,
    status: number,
    retryAfter: string | null,
    body: string,
  ): NetworkFailure | null {
    return statusFailure({ status, retryAfter, body, carriedKey: carriesKey }, this.parts.now());
  }
}

/** Else Chromium blocks a request whose `Referer` is not what it would send itself, as from https to http. */
const REFERRERS = 'unsafe-url';

const ENDS: Readonly<Record<PatienceEnd, NetworkFailure>> = {
  silent: failure('timed-out', 'retry', 'no answer in 10 s'),
  slow: failure('timed-out', 'retry', 'no whole answer in 30 s'),
  cancelled: failure('cancelled', 'stop', 'given up'),
};

/** Whatever `read` stumbles over is no shape that it knows. */
function understood<From, T>(body: Body<From>, read: (value: From) => T | null): Body<T> {
  if (!body.ok) return body;
  try {
    const value = read(body.value);
    return value === null ? unknownShape() : { ok: true, value };
  } catch (error) {
    const kind = error instanceof Error ? error.name : 'unknown';
    const detail = `an answer of an unknown shape (${kind})`;
    return { ok: false, error: failure('bad-answer', 'next-provider', detail) };
  }
}

function outcomeOf(error: NetworkFailure | null, question: string): HostOutcome {
  if (error === null) return { kind: 'answered' };
  if (error.reason === 'cancelled') return { kind: 'cancelled' };
  if (error.reason === 'unknown-instrument') return { kind: 'knew-nothing', question };
  return { kind: 'failed', retryAfterMs: error.retryAfterMs };
}

function typeOf(response: Response): string | null {
  return response.headers.get('content-type');
}

function toResult<T>(body: Body<T>): HttpResult<T> {
  return body.ok ? body : failed(body.error);
}

function failed(error: NetworkFailure): Failed {
  return { ok: false, error, status: null, body: null };
}
