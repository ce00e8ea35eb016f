import { expect, it } from 'vitest';
import { hostOf } from '../../../../src/features/timeline/source-host';

it.each([
  ['https://www.example.com/news/1', 'example.com'],
  ['https://blog.example.com/', 'blog.example.com'],
  ['https://example.com:8443/x', 'example.com:8443'],
  ['not an address', 'not an address'],
])('of %s is %s', (url, host) => {
  expect(hostOf(url)).toBe(host);
});
