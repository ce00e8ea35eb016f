export type ReplayCommand = 'leave' | 'toggle' | 'forward' | 'back';

type Press = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/**
 * What a key means while a replay runs; null for a key that is none of its own.
 *
 * @param target - what has the focus: fields and menus keep their keys, and a button its space
 */
export function replayCommand(event: Press, target: Element | null): ReplayCommand | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (target?.closest('input, textarea, select, [role="dialog"], [role="menu"]')) return null;
  if (event.shiftKey) {
    if (event.key === 'ArrowRight') return 'forward';
    return event.key === 'ArrowLeft' ? 'back' : null;
  }
  if (event.key === 'Escape') return 'leave';
  return event.key === ' ' && !target?.closest('button, a') ? 'toggle' : null;
}
