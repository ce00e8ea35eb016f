import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { placementText } from '../../../../src/features/timeline/placement-text';
import type { DatePrecision } from '../../../../src/shared/domain/announcement/announcement';
import { ACME, BOLT } from '../../../helpers/desk-sample';
import { type DeskUnderTest, startDesk } from '../../../helpers/desk-under-test';

let made: DeskUnderTest;

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
});

afterEach(() => {
  made.desk.dispose();
  made.data.dispose();
  vi.unstubAllGlobals();
});

async function textOf(
  date: string,
  precision: DatePrecision,
  locale: 'en' | 'zh-CN',
  charted: typeof ACME | typeof BOLT = ACME,
): Promise<string> {
  made = await startDesk({ settings: { locale, charted } });
  const { desk } = made;
  await vi.waitFor(() => expect(desk.series.status).not.toBe('loading'));
  const dated = { date, precision };
  const charts = { code: 'ACME', bars: desk.series.bars };
  return placementText(dated, desk.series.place(dated), charts, desk);
}

describe('where an announcement stands, in words', () => {
  it.each([
    ['2024-03-05', 'day', 'On the chart of ACME: session of 5 Mar 2024'],
    [
      '2024-03-09',
      'day',
      '9 Mar 2024 was no trading day for ACME: shown at the next session, 11 Mar 2024',
    ],
    [
      '2024-02-01',
      'month',
      'Known to the month only: marked on ACME from 1 Feb 2024 to 29 Feb 2024',
    ],
    [
      '2024-01-01',
      'quarter',
      'Known to the quarter only: marked on ACME from 1 Feb 2024 to 28 Mar 2024',
    ],
    ['2023-01-10', 'day', 'Before the history of ACME, whose first bar is 1 Feb 2024'],
    ['2024-05-01', 'day', 'After the last bar of ACME, 28 Mar 2024'],
  ] as const)('%s known to the %s', async (date, precision, text) => {
    expect(await textOf(date, precision, 'en')).toBe(text);
  });

  it('says so in Chinese', async () => {
    expect(await textOf('2024-03-09', 'day', 'zh-CN')).toBe(
      '2024年3月9日 非 ACME 交易日，标在下一个交易日 2024年3月11日',
    );
  });

  it('says that there are no bars', async () => {
    expect(await textOf('2024-03-05', 'day', 'en', BOLT)).toBe('No bars of ACME to place it on');
  });
});

it('says that a session is missing', async () => {
  made = await startDesk();
  const { desk } = made;
  const bars = { time: Float64Array.of(0), length: 1 };
  const text = placementText(
    { date: '2024-03-05', precision: 'day' },
    { kind: 'none', reason: 'gap' },
    { code: 'ACME', bars },
    desk,
  );
  expect(text).toBe('The session is missing in the bars of ACME');
});
