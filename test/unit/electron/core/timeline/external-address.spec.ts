import { describe, expect, it } from 'vitest';
import { toExternalAddress } from '../../../../../electron/core/timeline/external-address';

describe('toExternalAddress', () => {
  it('gives the address and its host', () => {
    expect(toExternalAddress('https://blog.google/a?b=c#d')).toEqual({
      url: 'https://blog.google/a?b=c#d',
      host: 'blog.google',
    });
  });

  it('shows a port and the true form of an international name', () => {
    expect(toExternalAddress('https://example.com:8443/')?.host).toBe('example.com:8443');
    expect(toExternalAddress('https://bücher.example/')?.host).toBe('xn--bcher-kva.example');
  });

  it.each([
    'http://example.com/',
    'ftp://example.com/',
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'smb://host/share',
    'https://user@example.com/',
    'https://user:secret@example.com/',
    'https://:secret@example.com/',
    '//example.com/',
    'example.com',
    'https://',
    '',
  ])('refuses %j', (text) => {
    expect(toExternalAddress(text)).toBeNull();
  });
});
