import { nativeTheme } from 'electron';
import type { Locale, Settings } from '../../src/shared/domain/settings/settings';
import type { NativeMessages } from '../../src/shared/i18n/en-native';
import { nativeMessages } from '../../src/shared/i18n/native-catalogue';
import type { MenuParts } from './application-menu';

export interface AppearanceParts {
  readonly isPackaged: boolean;
  /** The languages that the user prefers, as the system tells them. */
  readonly systemLocale: () => Locale;
  readonly openHelp: MenuParts['openLink'];
  readonly importBars: MenuParts['importBars'];
  /** The background of the window is to be painted again. */
  readonly onThemeChanged: () => void;
}

/** `--bg` of the page's two themes: what shows before the page does. */
const BACKGROUND = { dark: '#0c0f14', light: '#eef1f5' } as const;

export function backgroundColor(): string {
  return nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light;
}

/** Theme and language of what the system draws: background, dialogs, menu. */
export class NativeAppearance {
  private choice: Settings['locale'] = 'system';

  constructor(private readonly parts: AppearanceParts) {}

  get locale(): Locale {
    return this.choice === 'system' ? this.parts.systemLocale() : this.choice;
  }

  get messages(): NativeMessages {
    return nativeMessages(this.locale);
  }

  /** Before the window is made: the page takes its first theme from it. */
  start(settings: Settings): void {
    this.choice = settings.locale;
    nativeTheme.themeSource = settings.theme;
    nativeTheme.on('updated', this.parts.onThemeChanged);
  }

  async follow(settings: Settings): Promise<void> {
    nativeTheme.themeSource = settings.theme;
    if (settings.locale === this.choice) return;
    this.choice = settings.locale;
    await this.installMenu();
  }

  /** The menu is large and nobody needs it before the page is on its way. */
  async installMenu(): Promise<void> {
    const { isPackaged, openHelp, importBars } = this.parts;
    const { installMenu } = await import('./application-menu');
    const { platform } = process;
    installMenu({
      ...{ messages: this.messages, platform, isPackaged, importBars },
      openLink: openHelp,
    });
  }
}
