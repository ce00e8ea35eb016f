import { Menu, type MenuItemConstructorOptions, nativeImage, Tray } from 'electron';
import type { TrayCommand, TrayEntry } from './tray-view';

/** What stands in the panel. */
export interface TrayLook {
  /** Absolute path of the icon. */
  readonly imagePath: string;
  readonly tooltip: string;
  readonly menu: readonly TrayEntry[];
}

/** The icon in the system's panel. */
export class TrayIcon {
  private tray: Tray | null = null;
  private shown: TrayLook | null = null;

  constructor(private readonly run: (command: TrayCommand) => void) {}

  /** Puts the icon there, or changes what is different of it. */
  show(look: TrayLook): void {
    const { shown } = this;
    this.shown = look;
    if (this.tray === null) {
      this.tray = this.make(look);
      return;
    }
    if (look.imagePath !== shown?.imagePath) this.tray.setImage(readImage(look.imagePath));
    if (look.tooltip !== shown?.tooltip) this.tray.setToolTip(look.tooltip);
    // A menu that is open closes when it is set anew.
    if (JSON.stringify(look.menu) !== JSON.stringify(shown?.menu)) {
      this.tray.setContextMenu(this.buildMenu(look.menu));
    }
  }

  /** Registers the icon with a panel that came later, or came again: Electron does that once only. */
  renew(): void {
    const { shown } = this;
    if (this.tray === null || shown === null) return;
    this.tray.destroy();
    this.tray = this.make(shown);
  }

  dispose(): void {
    this.tray?.destroy();
    this.tray = null;
  }

  private make(look: TrayLook): Tray {
    const tray = new Tray(readImage(look.imagePath));
    tray.setToolTip(look.tooltip);
    tray.setContextMenu(this.buildMenu(look.menu));
    // macOS opens the menu by itself.
    if (process.platform !== 'darwin') tray.on('click', () => this.run({ kind: 'open' }));
    return tray;
  }

  private buildMenu(entries: readonly TrayEntry[]): Menu {
    return Menu.buildFromTemplate(entries.map((entry) => this.toItem(entry)));
  }

  private toItem(entry: TrayEntry): MenuItemConstructorOptions {
    if (entry.type === 'separator') return { type: 'separator' };
    // An ampersand would underline the letter behind it.
    const label = entry.label.replaceAll('&', '&&');
    if (entry.type === 'text') return { label, enabled: false };
    const click = (): void => this.run(entry.command);
    return entry.type === 'switch'
      ? { label, type: 'checkbox', checked: entry.isOn, click }
      : { label, click };
  }
}

/** Electron takes the pictures of other scales from the files beside it. */
function readImage(path: string): Electron.NativeImage {
  return nativeImage.createFromPath(path);
}
