import { type BaseWindow, dialog, type MessageBoxOptions } from 'electron';
import type { TrayMessages } from '../../src/shared/i18n/tray/en-tray';

const ANSWERS = ['yes', 'no', 'cancel'] as const;
export type KeepAnswer = (typeof ANSWERS)[number];

/** Asks whether the app is to go on in the tray. Closing the question answers nothing. */
export async function askToKeep(parent: BaseWindow | null, t: TrayMessages): Promise<KeepAnswer> {
  const options: MessageBoxOptions = {
    type: 'question',
    message: t.keepTitle,
    detail: t.keepDetail,
    buttons: [t.keepYes, t.keepNo, t.keepCancel],
    defaultId: 0,
    cancelId: ANSWERS.indexOf('cancel'),
    noLink: true,
  };
  const { response } = parent
    ? await dialog.showMessageBox(parent, options)
    : await dialog.showMessageBox(options);
  return ANSWERS[response] ?? 'cancel';
}
