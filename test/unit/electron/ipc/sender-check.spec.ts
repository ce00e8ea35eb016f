import { describe, expect, it } from 'vitest';
import { isPageFrame } from '../../../../electron/ipc/sender-check';

const ORIGIN = 'app://tapeout';
const top = (url: string) => ({ url, parent: null });

describe('isPageFrame', () => {
  it.each(['app://tapeout/index.html', 'app://tapeout/', 'app://tapeout/index.html#a'])(
    'accepts the top frame at %s',
    (url) => {
      expect(isPageFrame(top(url), ORIGIN)).toBe(true);
    },
  );

  it.each([
    '',
    'about:blank',
    'app://tapeout.example.com/index.html',
    'app://tapeout@example.com/',
    'app://example.com/app://tapeout/',
    'app://tapeout:80/',
    'app:tapeout',
    'apps://tapeout/',
    'https://tapeout/',
    'file:///app://tapeout/',
    'data:text/html,app://tapeout/',
    'blob:app://tapeout/1',
    'devtools://devtools/',
  ])('refuses the top frame at %j', (url) => {
    expect(isPageFrame(top(url), ORIGIN)).toBe(false);
  });

  it('refuses a frame inside the page, whatever its address', () => {
    const parent = top('app://tapeout/index.html') as never;
    expect(isPageFrame({ url: 'app://tapeout/index.html', parent }, ORIGIN)).toBe(false);
    expect(isPageFrame({ url: 'about:srcdoc', parent }, ORIGIN)).toBe(false);
  });

  it('refuses a frame that is gone', () => {
    expect(isPageFrame(null, ORIGIN)).toBe(false);
    expect(isPageFrame(undefined, ORIGIN)).toBe(false);
  });
});
