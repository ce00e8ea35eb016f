import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  detectEncoding,
  isUtf8Head,
} from '../../../../../../src/shared/domain/formats/import/detect-encoding';
import { utf8Bytes, utf8Text } from '../../../../../../src/shared/domain/formats/import/utf8-text';

const TEXT = '日期,开盘,最高,最低,收盘,备注\n2024-01-02,1,3,1,2,测试\n';
/** 日期 and 备注 in GBK; the fourth one is a character of four bytes in GB18030 (U+20087). */
const GBK = Uint8Array.of(0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0xb1, 0xb8, 0xd7, 0xa2, 0x0a);
const GB18030 = Uint8Array.of(0xc8, 0xd5, 0x2c, 0x95, 0x32, 0x90, 0x31, 0x0a);

function utf16(text: string, littleEndian: boolean, marked: boolean): Uint8Array {
  const units = [...(marked ? '\ufeff' : ''), ...text].join('');
  const bytes = new Uint8Array(units.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < units.length; index++) {
    view.setUint16(index * 2, units.charCodeAt(index), littleEndian);
  }
  return bytes;
}

describe('the encoding of a text', () => {
  it.each([
    ['utf-8', utf8Bytes(TEXT), 0, true],
    ['utf-8', utf8Bytes(`\ufeff${TEXT}`), 3, true],
    ['utf-16le', utf16(TEXT, true, true), 2, true],
    ['utf-16be', utf16(TEXT, false, true), 2, true],
    ['utf-16le', utf16('Date,Open\n2024,1\n', true, false), 0, true],
    ['utf-16be', utf16('Date,Open\n2024,1\n', false, false), 0, true],
    ['gb18030', GBK, 0, false],
    ['gb18030', GB18030, 0, false],
  ] as const)('is %s by its bytes (%#)', (encoding, bytes, markBytes, certain) => {
    expect(detectEncoding(bytes)).toEqual({ encoding, markBytes, certain, binary: false });
    const decoded = new TextDecoder(encoding).decode(bytes.subarray(markBytes));
    expect(decoded).not.toContain('\ufffd');
  });

  it('is none of bytes that are no text', () => {
    const noise = Uint8Array.from({ length: 3000 }, (_, index) => (index * index) % 7);
    expect(detectEncoding(noise).binary).toBe(true);
  });

  it('is UTF-8 wherever a text in UTF-8 is cut off', () => {
    const bytes = utf8Bytes(TEXT);
    for (let end = 1; end <= bytes.length; end++) {
      expect(isUtf8Head(bytes.subarray(0, end))).toBe(true);
    }
  });
});

describe('UTF-8', () => {
  it('is told from everything else as the platform tells it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        // A space behind it: then a character that was cut off is a fault.
        const whole = Uint8Array.of(...bytes, 0x20);
        let isUtf8 = true;
        try {
          new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(whole);
        } catch {
          isUtf8 = false;
        }
        expect(isUtf8Head(whole)).toBe(isUtf8);
      }),
      { numRuns: 10_000 },
    );
  });

  it('comes back from its bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (text) => {
        const bytes = utf8Bytes(text);
        expect(bytes).toEqual(new TextEncoder().encode(text));
        expect(utf8Text(bytes, 0, bytes.length)).toBe(
          new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
        );
      }),
      { numRuns: 10_000 },
    );
  });
});
