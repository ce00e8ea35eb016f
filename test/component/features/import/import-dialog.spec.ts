import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { BarsPlan } from '../../../../src/shared/domain/formats/import/import-plan';
import type {
  FilePreview,
  ImportProgress,
  StoredBefore,
  TablePreview,
} from '../../../../src/shared/domain/formats/import/import-preview';
import { ACME, BOLT } from '../../../helpers/desk-sample';
import { renderPane, type RenderedPane } from '../../../helpers/render-pane';
import ImportHost from './ImportHost.svelte';

const DAY = 86_400;
const PLAN: BarsPlan = {
  ...{ encoding: 'utf-8', separator: ',', decimalMark: '.', hasHeader: true, zone: 'exchange' },
  columns: ['date', 'open', 'high', 'low', 'close', 'volume'],
  ...{ dateForm: 'ymd', interval: 'D' },
};

function file(changes: Partial<FilePreview> = {}, table: Partial<TablePreview> = {}): FilePreview {
  return {
    ...{ fileName: 'acme.csv', bytes: 100, included: true, error: null, instrument: ACME },
    ...{ candidates: [], mode: 'merge', stored: null },
    table: {
      ...{ plan: PLAN, encodingCertain: true, dateForms: ['ymd'], questions: [] },
      header: ['Date', 'Open', 'High', 'Low', 'Settlement', 'Volume'],
      rows: [['2024-01-02', '10', '12', '9', '11', '100']],
      counts: { valid: 1, duplicate: 0, warning: 0, invalid: 1 },
      faults: [{ line: 3, fault: 'bad-date' }],
      bars: [
        {
          ...{ line: 2, time: 19_724 * DAY, open: 10, high: 12, low: 9, close: 11, volume: 100 },
          adjustedClose: null,
        },
      ],
      ...{ timezone: 'America/New_York', firstTime: 19_724 * DAY, lastTime: 19_724 * DAY },
      ...table,
    },
    ...changes,
  };
}

async function openImport(...files: readonly FilePreview[]): Promise<RenderedPane> {
  const rendered = await renderPane(ImportHost, {});
  await rendered.desk.imports.start({ from: 'files' });
  rendered.main.publish.imports.onNews({ kind: 'preview', importId: 1, files });
  await expect.element(rendered.screen.getByRole('dialog', { name: 'Import bars' })).toBeVisible();
  return rendered;
}

describe('the import dialog', () => {
  it('shows what will be taken and what will not, and imports it', async () => {
    const { main, screen, desk } = await openImport(file());
    await expect.element(screen.getByRole('cell', { name: '2 Jan 2024' })).toBeVisible();
    await expect.element(screen.getByText('1 left out')).toBeVisible();
    await screen.getByText('Rows to look at').click();
    await expect.element(screen.getByText('the date cannot be read')).toBeVisible();
    await screen.getByRole('button', { name: 'Import 1 file' }).click();
    await expect.poll(() => main.argsOf('imports.commit')).toEqual([{ importId: 1 }]);
    const progress: ImportProgress = {
      ...{ phase: 'writing', fileName: 'acme.csv', filesDone: 0, files: 1 },
      ...{ bytesDone: 50, bytes: 100, rows: 12_345 },
    };
    main.publish.imports.onNews({ kind: 'progress', importId: 1, progress });
    await expect.element(screen.getByText(/Rows: 12,345/)).toBeVisible();
    await expect.element(screen.getByRole('progressbar')).toHaveAttribute('value', '50');
    const series = [{ fileName: 'acme.csv', instrument: BOLT, interval: 'D', bars: 1 }] as const;
    const result = { ok: true, series, leftOutRows: 1 } as const;
    main.publish.imports.onNews({ kind: 'finished', importId: 1, result });
    await expect.poll(() => desk.imports.phase).toBe('closed');
    expect(desk.notices.all.at(-1)?.text).toBe('Bars imported from 1 file: 1. Rows left out: 1.');
    await expect.poll(() => desk.series.instrument).toBe(BOLT);
  });

  it('lets a column have another role, and every other value another reading', async () => {
    const { main, screen } = await openImport(file());
    await screen.getByLabelText('What “Settlement” holds').selectOptions('adjustedClose');
    const columns = [...PLAN.columns];
    columns[4] = 'adjustedClose';
    const asked = { importId: 1, file: 0, correction: { plan: { columns } } };
    await expect.poll(() => main.argsOf('imports.correct')).toEqual([asked]);
    main.publish.imports.onNews({ kind: 'preview', importId: 1, files: [file()] });
    await screen.getByLabelText('Encoding').selectOptions('big5');
    await expect
      .poll(() => main.argsOf('imports.correct').at(-1))
      .toEqual({ importId: 1, file: 0, correction: { plan: { encoding: 'big5' } } });
  });

  it('keeps everything back while a ticked file is not settled', async () => {
    const open = file(
      { fileName: 'x.csv', instrument: null, candidates: [ACME] },
      { questions: ['instrument'] },
    );
    const { main, screen } = await openImport(file(), open);
    await expect.element(screen.getByRole('button', { name: 'Import 1 file' })).toBeDisabled();
    await screen.getByRole('button', { name: /x\.csv/ }).click();
    await expect.element(screen.getByText('Which instrument is this?')).toBeVisible();
    await screen.getByRole('checkbox', { name: 'Import x.csv' }).click();
    await expect
      .poll(() => main.argsOf('imports.correct'))
      .toEqual([{ importId: 1, file: 1, correction: { included: false } }]);
    const files = [file(), { ...open, included: false }];
    main.publish.imports.onNews({ kind: 'preview', importId: 1, files });
    await expect.element(screen.getByRole('button', { name: 'Import 1 file' })).toBeEnabled();
  });

  it('finds the instrument by name with the keyboard alone', async () => {
    const { main, screen } = await openImport(
      file({ instrument: null }, { questions: ['instrument'] }),
    );
    const field = screen.getByRole('combobox', { name: 'Instrument' });
    await field.fill('Bolt');
    await expect.element(screen.getByRole('option').first()).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(() => main.argsOf('imports.correct'))
      .toEqual([{ importId: 1, file: 0, correction: { instrument: BOLT } }]);
  });

  it('says what it would be written over, and lets the user choose', async () => {
    const stored: StoredBefore = {
      ...{ source: 'yahoo', bars: 1234, firstTime: 0, lastTime: DAY, shared: 10, agrees: false },
    };
    const { main, screen } = await openImport(file({ stored, mode: 'replace' }));
    await expect.element(screen.getByText(/Stored already, from Yahoo Finance/)).toBeVisible();
    await expect.element(screen.getByText(/may be adjusted otherwise/)).toBeVisible();
    await screen.getByRole('radio', { name: /Merge/ }).click();
    await expect
      .poll(() => main.argsOf('imports.correct'))
      .toEqual([{ importId: 1, file: 0, correction: { mode: 'merge' } }]);
  });

  it('is left by Escape, and says why nothing was written where that failed', async () => {
    const { main, screen, desk } = await openImport(file());
    await screen.getByRole('button', { name: 'Import 1 file' }).click();
    const result = { ok: false, reason: 'disk-full', fileName: null } as const;
    main.publish.imports.onNews({ kind: 'finished', importId: 1, result });
    await expect.poll(() => desk.notices.all.at(-1)?.tone).toBe('error');
    expect(desk.notices.all.at(-1)?.text).toContain('Nothing was written');
    await expect.element(screen.getByRole('button', { name: 'Import 1 file' })).toBeEnabled();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => main.argsOf('imports.cancel')).toEqual([{ importId: 1 }]);
    expect(desk.imports.phase).toBe('closed');
  });
});
