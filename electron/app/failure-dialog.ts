import { app, dialog } from 'electron';
import type { FailureText } from './failure-text';

/** Shows what went wrong; resolves once the user has closed the dialog. */
export async function showFailure({ title, detail }: FailureText): Promise<void> {
  await app.whenReady();
  dialog.showErrorBox(title, detail);
}
