import Check from '@lucide/svelte/icons/check';
import type { CompareBase } from '../../../shared/domain/chart/compare-base';
import type { CompareMessages } from '../../../shared/i18n/desk/en/compare';
import type { MenuGroup } from '../../../ui/menu-items';

/** An announcement whose session the changes may count from. */
export interface BaseAnnouncement {
  readonly id: string;
  readonly title: string;
  readonly sessionKey: number;
}

/**
 * From which close changes may count, with what is chosen ticked.
 *
 * @param announcement - the selected one; null where none is, or it stands on no session
 */
export function compareBaseMenu(
  t: CompareMessages,
  chosen: CompareBase,
  announcement: BaseAnnouncement | null,
  choose: (base: CompareBase) => void,
): readonly MenuGroup[] {
  const item = (label: string, base: CompareBase) => ({
    label,
    ...(isSame(base, chosen) && { icon: Check }),
    run: () => choose(base),
  });
  const own = announcement && {
    ...{ kind: 'announcement' as const, id: announcement.id },
    sessionKey: announcement.sessionKey,
  };
  return [
    [item(t.bases.view, { kind: 'view' }), item(t.bases.shared, { kind: 'shared' })],
    [
      own && announcement
        ? item(t.fromAnnouncement(announcement.title), own)
        : { label: t.fromAnnouncementNone, disabled: true },
    ],
  ];
}

function isSame(one: CompareBase, other: CompareBase): boolean {
  if (one.kind === 'announcement' && other.kind === 'announcement') return one.id === other.id;
  return one.kind === other.kind;
}
