import type { Locale } from '../domain/settings/settings';
import { enNative, type NativeMessages } from './en-native';
import { zhNative } from './zh-native';

const CATALOGUES: Readonly<Record<Locale, NativeMessages>> = { en: enNative, 'zh-CN': zhNative };

/** The texts of dialogs, menus and titles in one language. */
export function nativeMessages(locale: Locale): NativeMessages {
  return CATALOGUES[locale];
}
