import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { NativeMessages } from '../../src/shared/i18n/en-native';

export interface MenuParts {
  readonly messages: NativeMessages;
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
  readonly openLink: (link: 'project' | 'charting-library') => void;
  readonly importBars: (from: 'files' | 'folder') => void;
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };

/** Puts the menu bar in place of the one before. */
export function installMenu(parts: MenuParts): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(parts)));
}

/** The menu bar. Every label is our own: Electron's are English on every system. */
export function menuTemplate(parts: MenuParts): MenuItemConstructorOptions[] {
  const { messages, platform } = parts;
  const isMac = platform === 'darwin';
  const first = isMac ? [macAppMenu(messages)] : [];
  const menus = [fileMenu(parts), editMenu(messages), viewMenu(parts), windowMenu(messages)];
  return [...first, ...menus, helpMenu(parts)].map((menu) =>
    isMac ? { ...menu, label: withoutMnemonic(menu.label ?? '') } : menu,
  );
}

/** macOS shows the ampersand, and the letter in brackets that Chinese menus use. */
function withoutMnemonic(label: string): string {
  return label.replace(/\(&.\)/, '').replace('&', '');
}

function macAppMenu(messages: NativeMessages): MenuItemConstructorOptions {
  return {
    label: messages.appName,
    submenu: [
      { role: 'about', label: messages.about },
      SEPARATOR,
      { role: 'services', label: messages.services },
      SEPARATOR,
      { role: 'hide', label: messages.hide },
      { role: 'hideOthers', label: messages.hideOthers },
      { role: 'unhide', label: messages.showAll },
      SEPARATOR,
      { role: 'quit', label: messages.quit },
    ],
  };
}

/** macOS has its quit in the menu of the app. */
function fileMenu({ messages, platform, importBars }: MenuParts): MenuItemConstructorOptions {
  const quit: MenuItemConstructorOptions[] = [SEPARATOR, { role: 'quit', label: messages.quit }];
  return {
    label: messages.menuFile,
    submenu: [
      { label: messages.importFiles, click: () => importBars('files') },
      { label: messages.importFolder, click: () => importBars('folder') },
      ...(platform === 'darwin' ? [] : quit),
    ],
  };
}

function editMenu(messages: NativeMessages): MenuItemConstructorOptions {
  return {
    label: messages.menuEdit,
    submenu: [
      { role: 'undo', label: messages.undo },
      { role: 'redo', label: messages.redo },
      SEPARATOR,
      { role: 'cut', label: messages.cut },
      { role: 'copy', label: messages.copy },
      { role: 'paste', label: messages.paste },
      { role: 'selectAll', label: messages.selectAll },
    ],
  };
}

function viewMenu({ messages, isPackaged }: MenuParts): MenuItemConstructorOptions {
  const forDevelopers: MenuItemConstructorOptions[] = [
    SEPARATOR,
    { role: 'reload', label: messages.reload },
    { role: 'toggleDevTools', label: messages.developerTools },
  ];
  return {
    label: messages.menuView,
    submenu: [
      { role: 'resetZoom', label: messages.actualSize },
      { role: 'zoomIn', label: messages.zoomIn },
      { role: 'zoomOut', label: messages.zoomOut },
      SEPARATOR,
      { role: 'togglefullscreen', label: messages.fullScreen },
      ...(isPackaged ? [] : forDevelopers),
    ],
  };
}

function windowMenu(messages: NativeMessages): MenuItemConstructorOptions {
  return {
    role: 'window',
    label: messages.menuWindow,
    submenu: [
      { role: 'minimize', label: messages.minimize },
      { role: 'close', label: messages.close },
    ],
  };
}

function helpMenu({ messages, openLink }: MenuParts): MenuItemConstructorOptions {
  return {
    role: 'help',
    label: messages.menuHelp,
    submenu: [
      { label: messages.projectPage, click: () => openLink('project') },
      { label: messages.chartingLibrary, click: () => openLink('charting-library') },
    ],
  };
}
