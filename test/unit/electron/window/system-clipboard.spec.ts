import { beforeEach, describe, expect, it, vi } from 'vitest';
import { copyPicture, copyText } from '../../../../electron/window/system-clipboard';

const system = vi.hoisted(() => {
  const written: unknown[] = [];
  const main: Record<string, unknown> = {
    clipboard: {
      writeText: async (text: string) => void written.push(text),
      write: async (items: unknown[]) => void written.push(...items),
      writeImage: (image: unknown) => void written.push(image),
    },
    nativeImage: {
      // Bytes that only begin like a picture decode to nothing.
      createFromBuffer: (bytes: Uint8Array) => ({ bytes, isEmpty: () => bytes.length < 10 }),
    },
  };
  return { written, main };
});
vi.mock('electron', () => ({ ...system.main, default: system.main }));

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]);

class ClipboardItem {
  constructor(readonly items: Record<string, Blob>) {}
}

beforeEach(() => {
  system.written.length = 0;
  delete system.main['ClipboardItem'];
});

describe('the clipboard', () => {
  it('takes text as it is', async () => {
    await copyText('公司\tchip');
    expect(system.written).toEqual(['公司\tchip']);
  });

  it('takes a picture as PNG', async () => {
    system.main['ClipboardItem'] = ClipboardItem;
    expect(await copyPicture(PNG)).toBe(true);
    const [item] = system.written as ClipboardItem[];
    const blob = item?.items['image/png'];
    expect(blob?.type).toBe('image/png');
    expect(new Uint8Array((await blob?.arrayBuffer()) ?? [])).toEqual(PNG);
  });

  it('takes a picture also from an Electron that has no such items', async () => {
    expect(await copyPicture(PNG)).toBe(true);
    expect(system.written).toMatchObject([{ bytes: Buffer.from(PNG) }]);
    expect(await copyPicture(PNG.slice(0, 8))).toBe(false);
    expect(system.written).toHaveLength(1);
  });

  it('stays as it was where the bytes are no picture', async () => {
    expect(await copyPicture(new TextEncoder().encode('<svg/>'))).toBe(false);
    expect(await copyPicture(new Uint8Array())).toBe(false);
    expect(system.written).toEqual([]);
  });
});
