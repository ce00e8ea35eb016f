import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  AppProtocol,
  CONTENT_SECURITY_POLICY,
  PAGE_SCHEME_PRIVILEGES,
} from '../../../../electron/window/app-protocol';
import { listPageFiles } from '../../../../electron/window/page-files';

let root: string;
let failures: string[];
let protocol: AppProtocol;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'app-protocol-'));
  mkdirSync(join(root, 'page/assets'), { recursive: true });
  writeFileSync(join(root, 'secret.js'), 'secret');
  writeFileSync(join(root, 'page/index.html'), '<!doctype html>');
  writeFileSync(join(root, 'page/assets/a.js'), 'export {}');
  symlinkSync(join(root, 'secret.js'), join(root, 'page/assets/link.js'));
});
afterAll(() => rmSync(root, { recursive: true }));
beforeEach(() => {
  failures = [];
  protocol = new AppProtocol(listPageFiles(join(root, 'page')), (message) =>
    failures.push(message),
  );
});

const get = (url: string, method = 'GET') => protocol.respond({ url, method });

describe('AppProtocol', () => {
  it('serves a file of the page with its type', async () => {
    const response = await get('app://tapeout/index.html');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toBe('<!doctype html>');
  });

  it.each([
    'app://tapeout',
    'app://tapeout/',
    'app://tapeout/none.js',
    'app://tapeout/../secret.js',
    'app://tapeout/assets/../../secret.js',
    'app://tapeout/%2e%2e/secret.js',
    'app://tapeout/%2e%2e%2fsecret.js',
    'app://tapeout/assets/..%2f..%2fsecret.js',
    'app://tapeout/assets/..\\..\\secret.js',
    'app://tapeout/assets/../assets/a.js',
    'app://tapeout//assets/a.js',
    'app://tapeout/./assets/a.js',
    'app://tapeout/assets/link.js',
    'app://tapeout/assets',
    'app://tapeout/assets/',
    'app://tapeout//etc/passwd',
    'app://tapeout/etc/passwd',
    'app://tapeout/file:///etc/passwd',
    'app://tapeout/index.html%00',
    'app://tapeout/index.html\0',
    'app://tapeout/index.html?',
    'app://tapeout/index.html?a=1',
    'app://tapeout/index.html#a',
    'app://tapeout/INDEX.HTML',
    'app://TAPEOUT/index.html',
    'app://tapeout./index.html',
    'app://tapeout:80/index.html',
    'app://user@tapeout/index.html',
    'app://other/index.html',
    'app:///index.html',
    'app:index.html',
    'APP://tapeout/index.html',
    'file:///etc/passwd',
    'https://tapeout/index.html',
    'constructor',
    '__proto__',
    '',
  ])('answers 404 with nothing to %j', async (url) => {
    const response = await get(url);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
    expect(failures).toEqual([]);
  });

  it('answers nothing but GET', async () => {
    for (const method of ['POST', 'PUT', 'HEAD', 'OPTIONS', 'get']) {
      expect((await get('app://tapeout/index.html', method)).status).toBe(405);
    }
  });

  it('reports a file that went away and answers 404', async () => {
    const path = join(root, 'page/assets/gone.js');
    protocol = new AppProtocol(
      new Map([['app://tapeout/assets/gone.js', { path, contentType: 'text/javascript' }]]),
      (message) => failures.push(message),
    );
    expect((await get('app://tapeout/assets/gone.js')).status).toBe(404);
    expect(failures).toEqual(['a file of the page could not be read']);
  });

  it.each([
    ['app://tapeout/index.html', 'GET'],
    ['app://tapeout/assets/a.js', 'GET'],
    ['app://tapeout/none', 'GET'],
    ['app://tapeout/index.html', 'POST'],
  ])('sends the security headers with %s (%s)', async (url, method) => {
    const { headers } = await get(url, method);
    expect(headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('CONTENT_SECURITY_POLICY', () => {
  const directives = new Map(
    CONTENT_SECURITY_POLICY.split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values.join(' ')] as const;
    }),
  );

  it.each([
    ['default-src', "'none'"],
    ['script-src', "'self'"],
    ['style-src', "'self'"],
    ['img-src', "'self' data:"],
    ['font-src', "'self'"],
    ['connect-src', "'none'"],
    ['frame-src', "'none'"],
    ['base-uri', "'none'"],
    ['form-action', "'none'"],
    ['object-src', "'none'"],
    ['require-trusted-types-for', "'script'"],
    ['trusted-types', 'svelte-trusted-html'],
  ])('has %s %s', (name, value) => {
    expect(directives.get(name)).toBe(value);
  });

  it('allows nothing inline, evaluated or from elsewhere', () => {
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|https?:|\*|blob:|wasm|nonce|sha256/);
  });
});

describe('PAGE_SCHEME_PRIVILEGES', () => {
  it('never bypasses the policy and gives no network', () => {
    expect(PAGE_SCHEME_PRIVILEGES).toEqual({
      scheme: 'app',
      privileges: { standard: true, secure: true, codeCache: true },
    });
  });
});
