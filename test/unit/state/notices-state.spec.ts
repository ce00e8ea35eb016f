import { describe, expect, it, vi } from 'vitest';
import { NoticesState } from '../../../src/state/notices-state.svelte';

describe('the notices', () => {
  it('stand in the order in which they came, with their tone and action', () => {
    const notices = new NoticesState();
    const run = vi.fn();
    notices.show('Removed Acme', { label: 'Undo', run });
    notices.showError('That did not work');
    expect(notices.all).toMatchObject([
      { tone: 'info', text: 'Removed Acme', action: { label: 'Undo' } },
      { tone: 'error', text: 'That did not work', action: null },
    ]);
    expect(run).not.toHaveBeenCalled();
  });

  it('are three at most: the oldest goes', () => {
    const notices = new NoticesState();
    for (const text of ['one', 'two', 'three', 'four']) notices.show(text);
    expect(notices.all.map(({ text }) => text)).toEqual(['two', 'three', 'four']);
  });

  it('go one by one', () => {
    const notices = new NoticesState();
    notices.show('one');
    notices.show('two');
    notices.dismiss(notices.all[0]?.id ?? -1);
    notices.dismiss(999);
    expect(notices.all.map(({ text }) => text)).toEqual(['two']);
  });
});
