import { expect, it } from 'vitest';
import { namesSeveral } from '../../../../src/features/watchlist/list-paste';

it.each(['NVDA, 2513.HK 台积电', 'NVDA\n02513', 'NVDA，智谱', '智谱、台积电', 'NVDA\tAMD'])(
  'several are named by %j',
  (text) => {
    expect(namesSeveral(text)).toBe(true);
  },
);

it.each(['', 'NVDA', ' NVDA,\n', 'Taiwan Semiconductor', 'XHKG:02513'])(
  'no more than one is named by %j',
  (text) => {
    expect(namesSeveral(text)).toBe(false);
  },
);
