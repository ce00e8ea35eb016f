import Combine from '@lucide/svelte/icons/combine';
import Download from '@lucide/svelte/icons/download';
import EyeOff from '@lucide/svelte/icons/eye-off';
import History from '@lucide/svelte/icons/history';
import NotebookPen from '@lucide/svelte/icons/notebook-pen';
import Pencil from '@lucide/svelte/icons/pencil';
import Plus from '@lucide/svelte/icons/plus';
import Redo from '@lucide/svelte/icons/redo-2';
import RotateCcw from '@lucide/svelte/icons/rotate-ccw';
import ShieldAlert from '@lucide/svelte/icons/shield-alert';
import Undo from '@lucide/svelte/icons/undo-2';
import Upload from '@lucide/svelte/icons/upload';
import type { AnnouncementSummary } from '../../shared/domain/announcement/announcement';
import type { Desk } from '../../state/desk.svelte';
import type { MenuGroup } from '../../ui/menu-items';
import { chooseImport, hideEntry, redoEdit, tellEdit, undoEdit } from './curation-actions';

/** What can be done with the announcements as a whole. */
export function recordMenu(desk: Desk): MenuGroup[] {
  const t = desk.t.curation;
  const { undo, redo, setAside } = desk.curation.edits;
  return [
    [{ label: t.add, icon: Plus, run: () => desk.curation.startDraft() }],
    [
      { label: t.undo, icon: Undo, disabled: !undo, run: () => void undoEdit(desk) },
      { label: t.redo, icon: Redo, disabled: !redo, run: () => void redoEdit(desk) },
      { label: t.openAside(setAside), icon: EyeOff, run: () => void desk.curation.openAside() },
    ],
    [
      { label: t.importPack, icon: Download, run: () => void chooseImport(desk) },
      { label: t.exportPack, icon: Upload, run: () => desk.curation.openExport() },
    ],
  ];
}

/** What can be done with one announcement. */
export function entryMenu(desk: Desk, { id, curation }: AnnouncementSummary): MenuGroup[] {
  const t = desk.t.curation;
  const open = (kind: Parameters<typeof desk.curation.openEntry>[0]) => async (): Promise<void> => {
    if (!(await desk.curation.openEntry(kind, id))) desk.notices.showError(t.notThere);
  };
  const isWrong = curation !== undefined && curation.wrong !== null;
  const isOwn = curation?.own === true;
  const isEdited = curation !== undefined && curation.edited.length > 0;
  const clearWrong = async (): Promise<void> => {
    tellEdit(desk, await desk.client.curation.markWrong({ id, reason: null }));
  };
  const revert = async (): Promise<void> => {
    tellEdit(desk, await desk.client.curation.revert({ id }));
  };
  return [
    [
      { label: t.edit, icon: Pencil, run: open('edit') },
      { label: t.annotate, icon: NotebookPen, run: open('annotate') },
    ],
    [
      { label: t.hide, icon: EyeOff, run: () => void hideEntry(desk, id) },
      { label: t.merge, icon: Combine, run: open('merge') },
      {
        label: isWrong ? t.unmarkWrong : t.markWrong,
        icon: ShieldAlert,
        run: isWrong ? clearWrong : open('wrong'),
      },
    ],
    [
      { label: t.history, icon: History, run: open('history') },
      {
        label: isOwn ? t.remove : t.revert,
        icon: RotateCcw,
        disabled: !isOwn && !isEdited,
        run: revert,
      },
    ],
  ];
}
