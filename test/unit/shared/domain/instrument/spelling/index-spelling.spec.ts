import { describe, expect, it } from 'vitest';
import { readIndex } from '../../../../../../src/shared/domain/instrument/spelling/index-spelling';
import { readBy } from '../symbol-context';

describe('readIndex', () => {
  it.each([
    ['^GSPC', 'INDEX:^GSPC'],
    ['^sox', 'INDEX:^SOX'],
    ['INDEX:^N225', 'INDEX:^N225'],
    ['^VXAPL', 'INDEX:^VXAPL'],
  ])('reads %s as %s', (text, ids) => {
    expect(readBy(readIndex, text)).toBe(ids);
  });

  it.each(['GSPC', '^', '.SPX', 'INDEX:BTCUSD', 'SP:SPX', '^^X'])('leaves %j to others', (text) => {
    expect(readBy(readIndex, text)).toBe('');
  });
});
