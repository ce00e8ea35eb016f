import { describe, expect, it } from 'vitest';
import {
  columnName,
  gridTracks,
  isRightAligned,
  tableWidthPx,
} from '../../../../src/features/watchlist/table-columns';
import { LIST_COLUMNS } from '../../../../src/shared/domain/watchlist/list-column';
import { DEFAULT_LIST_LOOK } from '../../../../src/shared/domain/watchlist/list-look';
import { deskMessages } from '../../../../src/shared/i18n/desk/desk-catalogue';

describe('the columns of a table', () => {
  it('have a track each, between the name and the rest of the room', () => {
    expect(gridTracks(['last', 'trend'])).toBe('minmax(236px, 320px) 92px 92px minmax(0, 1fr)');
    expect(tableWidthPx(['last', 'trend'])).toBe(236 + 92 + 92);
  });

  it('have figures at their right edge, words and bars at their left', () => {
    expect(isRightAligned('last')).toBe(true);
    expect(isRightAligned('note')).toBe(false);
  });

  it('say in which currency, and of which time', () => {
    const look = { ...DEFAULT_LIST_LOOK, displayCurrency: 'CNY', period: '1Y' } as const;
    const t = deskMessages('en');
    expect(columnName('gainInDisplay', look, t)).toBe('Gain, CNY');
    expect(columnName('trend', look, t)).toBe('Trend 1Y');
    expect(columnName('name', look, t)).toBe('Name');
  });

  it.each(['en', 'zh-CN'] as const)('have names that differ in %s', (locale) => {
    const names = LIST_COLUMNS.map((by) => columnName(by, DEFAULT_LIST_LOOK, deskMessages(locale)));
    expect(new Set(names).size).toBe(LIST_COLUMNS.length);
  });
});
