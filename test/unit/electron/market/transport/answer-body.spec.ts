import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson, readText } from '../../../../../electron/market/transport/answer-body';

const detailOf = (body: ReturnType<typeof readJson>): string | null =>
  body.ok ? null : body.error.detail;

describe('readJson', () => {
  it.each([
    ['', 'the answer is empty'],
    [' \r\n ', 'the answer is empty'],
    ['<!doctype html><p>Please wait', 'the answer is no JSON'],
    ['Too Many Requests\r\n', 'the answer is no JSON'],
    ['Edge: Too Many Requests', 'the answer is no JSON'],
    ['null', 'the answer is no JSON'],
    ['12', 'the answer is no JSON'],
    ['{"chart":{"result":[', 'the JSON of the answer is cut short or damaged'],
    ['{"a":1}{"b":2}', 'the JSON of the answer is cut short or damaged'],
  ])('refuses %j', (text, detail) => {
    const body = readJson(text);
    expect(detailOf(body)).toBe(detail);
    expect(body).toMatchObject({ error: { reason: 'bad-answer', retry: 'next-provider' } });
  });

  it('reads objects and lists, whatever blanks are around them', () => {
    expect(readJson('\ufeff {"a":[1,2]} \n')).toEqual({ ok: true, value: { a: [1, 2] } });
    expect(readJson('[]')).toEqual({ ok: true, value: [] });
  });

  it.each([
    '{"__proto__":{"polluted":true}}',
    '{"a":[{"__proto__":1}]}',
    String.raw`{"\u005f_proto__":{"polluted":true}}`,
    String.raw`{"__pr\u006fto\u005F_":{"polluted":true}}`,
  ])('refuses %s', (text) => {
    expect(readJson(text).ok).toBe(false);
  });

  it('takes the same words for nothing where they are no key', () => {
    expect(readJson('{"name":"__proto__ Corp"}').ok).toBe(true);
  });

  it('never throws, and never changes what other objects have', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.string().map((text) => `{${text}`),
        ),
        (text) => {
          const body = readJson(text);
          expect(typeof body.ok).toBe('boolean');
          expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('readText', () => {
  it('takes text for text', () => {
    expect(readText('v_x="1~2";', 'text/plain')).toEqual({ ok: true, value: 'v_x="1~2";' });
  });

  it.each([
    ['', null],
    ['  \n', 'text/plain'],
    ['<HTML><body>456</body>', null],
    [' \n<!DOCTYPE html>', 'text/plain'],
    ['v_x="1";', 'text/html; charset=gbk'],
  ])('refuses %j as %s', (text, contentType) => {
    expect(readText(text, contentType)).toMatchObject({ ok: false });
  });
});
