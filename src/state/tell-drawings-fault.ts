import type { Desk } from './desk.svelte';
import type { DrawingBook, DrawingsFault } from './drawing-book.svelte';

/** Tells the user what happened to drawings, what was kept and what can be done. */
export function tellDrawingsFault(desk: Desk, fault: DrawingsFault, book: DrawingBook): void {
  const t = desk.t.drawings;
  const name = desk.instruments.nameOf(book.instrument, desk.settings.locale);
  if (fault === 'too-many') return desk.notices.showError(t.tooMany(name));
  const again = {
    label: t.tryAgain,
    run: () => void (fault === 'not-read' ? book.read() : book.save()),
  };
  desk.notices.showError(fault === 'not-read' ? t.notRead(name) : t.notSaved(name), again);
}
