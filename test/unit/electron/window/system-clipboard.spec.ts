import { beforeEach, describe, expect, it, vi } from 'vitest';
import { copyPicture, copyText } from '../../../../electron/window/system-clipboard';

const system = vi.hoisted(() => ({ written: [] as unknown[] }));
vi.mock('electron', () => ({
  ClipboardItem: class {
    constructor(readonly items: Record<string, Blob>) {}
  },
  clipboard: {
    writeText: async (text: string) => void system.written.push(text),
    write: async (items: unknown[]) => void system.written.push(...items),
  },
}));

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]);

beforeEach(() => {
  system.written = [];
});

describe('the clipboard', () => {
  it('takes text as it is', async () => {
    await copyText('公司\tchip');
    expect(system.written).toEqual(['公司\tchip']);
  });

  it('takes a picture as PNG', async () => {
    expect(await copyPicture(PNG)).toBe(true);
    const [item] = system.written as { items: Record<string, Blob> }[];
    const blob = item?.items['image/png'];
    expect(blob?.type).toBe('image/png');
    expect(new Uint8Array((await blob?.arrayBuffer()) ?? [])).toEqual(PNG);
  });

  it('stays as it was where the bytes are no picture', async () => {
    expect(await copyPicture(new TextEncoder().encode('<svg/>'))).toBe(false);
    expect(await copyPicture(new Uint8Array())).toBe(false);
    expect(system.written).toEqual([]);
  });
});
