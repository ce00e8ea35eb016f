import type { DeskMessages } from '../shared/i18n/desk/desk-catalogue';
import type { DrawingBook, DrawingsFault } from './drawing-book.svelte';
import type { InstrumentsState } from './instruments-state.svelte';
import type { NoticesState } from './notices-state.svelte';
import type { SettingsState } from './settings-state.svelte';

/** What of the desk is needed to tell it. */
interface TellingDesk {
  readonly t: DeskMessages;
  readonly instruments: InstrumentsState;
  readonly notices: NoticesState;
  readonly settings: SettingsState;
}

/** Tells the user what happened to drawings, what was kept and what can be done. */
export function tellDrawingsFault(
  desk: TellingDesk,
  fault: DrawingsFault,
  book: DrawingBook,
): void {
  const t = desk.t.drawings;
  const name = desk.instruments.nameOf(book.instrument, desk.settings.locale);
  if (fault === 'too-many') return desk.notices.showError(t.tooMany(name));
  const again = {
    label: t.tryAgain,
    run: () => void (fault === 'not-read' ? book.read() : book.save()),
  };
  desk.notices.showError(fault === 'not-read' ? t.notRead(name) : t.notSaved(name), again);
}
