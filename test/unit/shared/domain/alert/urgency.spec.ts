import { describe, expect, it } from 'vitest';
import { isUrgent, noteText } from '../../../../../src/shared/domain/alert/urgency';

describe('urgency', () => {
  it.each<[string, boolean, string]>([
    ['', false, ''],
    ['!', true, ''],
    ['! sell', true, 'sell'],
    ['！ 止损', true, '止损'],
    ['  !x', true, 'x'],
    ['sell!', false, 'sell!'],
  ])('of the note %j is %s', (note, urgent, text) => {
    expect(isUrgent({ note })).toBe(urgent);
    expect(noteText({ note })).toBe(text);
  });
});
