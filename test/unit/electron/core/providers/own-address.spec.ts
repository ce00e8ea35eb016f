import { describe, expect, it } from 'vitest';
import { readOwnAddress } from '../../../../../electron/core/providers/own-address';

const WEB = 'https://prices.example';
const SOCKET = 'wss://stream.example';

describe('readOwnAddress', () => {
  it.each([
    ['https://mirror.example', WEB, 'https://mirror.example'],
    ['https://mirror.example:8443/prices/', WEB, 'https://mirror.example:8443/prices'],
    ['http://127.0.0.1:4000/', WEB, 'http://127.0.0.1:4000'],
    ['http://[::1]:4000', WEB, 'http://[::1]:4000'],
    ['http://localhost:4000', WEB, 'http://localhost:4000'],
    ['wss://mirror.example', SOCKET, 'wss://mirror.example'],
    ['ws://127.0.0.1:4000', SOCKET, 'ws://127.0.0.1:4000'],
  ])('takes %s in place of %s', (text, standard, expected) => {
    expect(readOwnAddress(text, standard)).toBe(expected);
  });

  it.each([
    ['http://mirror.example', WEB],
    ['http://localhost.example', WEB],
    ['wss://mirror.example', WEB],
    ['https://mirror.example', SOCKET],
    ['ws://mirror.example', SOCKET],
    ['https://me:secret@mirror.example', WEB],
    ['https://mirror.example/?key=1', WEB],
    ['https://mirror.example/#a', WEB],
    ['file:///etc/passwd', WEB],
    ['mirror.example', WEB],
    ['', WEB],
  ])('refuses %s in place of %s', (text, standard) => {
    expect(readOwnAddress(text, standard)).toBeNull();
  });
});
