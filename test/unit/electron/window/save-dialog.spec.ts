import type { BaseWindow, SaveDialogOptions } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { askWhereToSave } from '../../../../electron/window/save-dialog';
import { FILE_KINDS } from '../../../../src/shared/domain/formats/file-kind';
import { nativeMessages } from '../../../../src/shared/i18n/native-catalogue';

const system = vi.hoisted(() => ({
  asked: [] as unknown[][],
  answer: { canceled: false, filePath: '' },
}));
vi.mock('electron', () => ({
  dialog: {
    showSaveDialog: async (...args: unknown[]) => {
      system.asked.push(args);
      return system.answer;
    },
  },
}));

const window = { id: 1 } as BaseWindow;
const zh = nativeMessages('zh-CN');

beforeEach(() => {
  system.asked = [];
  system.answer = { canceled: false, filePath: '/home/a/roadmap.svg' };
});

describe('the dialog of where to save', () => {
  it('belongs to the window, in its language, with the name and kind of the file', async () => {
    expect(await askWhereToSave(window, zh, 'roadmap.svg', 'svg')).toBe('/home/a/roadmap.svg');
    const [parent, options] = system.asked[0] as [BaseWindow, SaveDialogOptions];
    expect(parent).toBe(window);
    expect(options).toMatchObject({
      title: '另存为',
      defaultPath: 'roadmap.svg',
      filters: [{ name: '矢量图 (SVG)', extensions: ['svg'] }, { extensions: ['*'] }],
    });
  });

  it('stands alone where there is no window', async () => {
    await askWhereToSave(null, zh, 'roadmap.png', 'png');
    expect(system.asked[0]).toHaveLength(1);
  });

  it('answers null where it was closed', async () => {
    system.answer = { canceled: true, filePath: '' };
    expect(await askWhereToSave(window, zh, 'roadmap.svg', 'svg')).toBeNull();
  });

  it.each(['en', 'zh-CN'] as const)('names every kind otherwise, %s', async (locale) => {
    for (const kind of FILE_KINDS) {
      await askWhereToSave(window, nativeMessages(locale), `a.${kind}`, kind);
    }
    const names = system.asked.map((args) => (args[1] as SaveDialogOptions).filters?.[0]?.name);
    expect(new Set(names).size).toBe(FILE_KINDS.length);
  });
});
