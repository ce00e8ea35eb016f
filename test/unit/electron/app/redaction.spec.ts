import { describe, expect, it } from 'vitest';
import { hide } from '../../../../electron/app/redaction';

describe('hide', () => {
  it.each([
    ['apiKey=abc123 rest', 'apiKey=[hidden] rest'],
    ['api_key: "abc123"', 'api_key: "[hidden]"'],
    ['{"token":"abc.def"}', '{"token":"[hidden]"}'],
    ['Authorization: Bearer abc.def-ghi', 'Authorization: [hidden]'],
    ['GET /q?access_token=abc&symbol=X', 'GET /q?access_token=[hidden]&symbol=X'],
    ["password = 'x y'", "password = '[hidden] y'"],
    ['Cookie: session', 'Cookie: [hidden]'],
  ])('takes the secret out of %j', (text, expected) => {
    expect(hide(text, [])).toBe(expected);
  });

  it('leaves words alone that only sound like secrets', () => {
    const text = 'the token bucket is empty; keyboard: de; broken=1';
    expect(hide(text, [])).toBe(text);
  });

  it('names folders, inner ones first, wherever they stand', () => {
    const folders = [
      ['/home/ann/.config/Tapeout', '<user data>'],
      ['/home/ann', '~'],
    ] as const;
    expect(hide('/home/ann/.config/Tapeout/user.db and /home/ann/bars, /home/ann', folders)).toBe(
      '<user data>/user.db and ~/bars, ~',
    );
  });

  it('finds folders in addresses of files and behind both kinds of slash', () => {
    expect(hide('at file:///home/an%20n/x.js', [['/home/an n', '~']])).toBe('at file://~/x.js');
    const folders = [['C:\\Users\\Ann', '~']] as const;
    expect(hide('C:\\Users\\Ann\\a and C:/Users/Ann/b', folders)).toBe('~\\a and ~/b');
  });

  it('does not take a root for a folder', () => {
    expect(hide('/usr/lib', [['/', '~']])).toBe('/usr/lib');
    expect(hide('/usr/lib', [['', '~']])).toBe('/usr/lib');
  });
});
