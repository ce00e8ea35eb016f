import type { Locale } from '../../domain/settings/settings';
import { enTray, type TrayMessages } from './en-tray';
import { zhTray } from './zh-tray';

const CATALOGUES: Readonly<Record<Locale, TrayMessages>> = { en: enTray, 'zh-CN': zhTray };

/** The texts of tray, notifications and mini ticker in one language. */
export function trayMessages(locale: Locale): TrayMessages {
  return CATALOGUES[locale];
}
