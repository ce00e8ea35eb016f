import type { AlertRule } from './alert-rule';

/** Both ways in which an exclamation mark is typed. */
const MARKS = /^\s*[!！]/;

/**
 * Whether a rule is one that the user wants to be told of before others: its note begins with an
 * exclamation mark. Such an alert stays on the screen until it is seen, and may come in quiet hours.
 */
export function isUrgent(rule: Pick<AlertRule, 'note'>): boolean {
  return MARKS.test(rule.note);
}

/** The note without the mark of urgency. */
export function noteText(rule: Pick<AlertRule, 'note'>): string {
  return rule.note.replace(MARKS, '').trim();
}
