import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { plainContent } from '../../../helpers/made-up-content';
import { renderPane, type RenderedPane } from '../../../helpers/render-pane';
import CurationHost from './CurationHost.svelte';

async function open(options: Parameters<typeof renderPane>[1] = {}): Promise<RenderedPane> {
  return renderPane(CurationHost, { widthPx: 420, ...options });
}

async function choose({ screen }: RenderedPane, menu: string, item: string): Promise<void> {
  await screen.getByRole('button', { name: menu }).click();
  await screen.getByRole('menuitem', { name: item }).click();
}

async function openEntry(rendered: RenderedPane, item: string): Promise<void> {
  await rendered.desk.timeline.select('acme-a1');
  await choose(rendered, 'What can be done with this entry', item);
}

const packOf = (...announcements: object[]): { fileName: string; error: null; text: string } => ({
  fileName: 'p.json',
  error: null,
  text: JSON.stringify({ format: 'tapeout-announcements', version: 1, announcements }),
});

describe('the form', () => {
  it('adds an announcement, says in place what is wrong, and can be undone', async () => {
    const rendered = await open();
    const { screen, desk } = rendered;
    await screen.getByRole('button', { name: 'Add an announcement …' }).click();
    await screen.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.element(screen.getByText('Title is missing.')).toBeVisible();
    await expect.element(screen.getByText('3 fields to correct')).toBeVisible();
    await screen.getByLabelText('Title (Chinese)').fill('新芯片');
    await screen.getByRole('combobox', { name: 'Company', exact: true }).fill('Foo Chips');
    await screen.getByRole('textbox', { name: 'Date', exact: true }).fill('2024-13-01');
    await screen.getByLabelText('Address 1').fill('http://example.com/news');
    await expect.element(screen.getByText(/no date that exists/)).toBeVisible();
    await screen.getByRole('textbox', { name: 'Date', exact: true }).fill('2024-06-01');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => desk.timeline.get('user:new-1')?.title.en).toBe('新芯片');
    expect(desk.timeline.get('user:new-1')).toMatchObject({ claim: 'reported', verified: false });
    await expect.element(screen.getByText('your entry').first()).toBeVisible();
    desk.notices.all.at(-1)?.action?.run();
    await expect.poll(() => desk.timeline.get('user:new-1')).toBeUndefined();
  });

  it('begins with what a headline gives', async () => {
    const { screen, desk } = await open();
    desk.curation.startDraft({
      ...{ title: 'Acme tapes out', url: 'https://www.example.org/a', claim: 'reported' },
      ...{ publishedAt: Date.UTC(2024, 2, 9), programmeIds: ['acme-b'] },
    });
    await expect.element(screen.getByLabelText('Title (English)')).toHaveValue('Acme tapes out');
    await expect.element(screen.getByLabelText('Publisher 1')).toHaveValue('example.org');
    await screen.getByRole('button', { name: 'Save', exact: true }).click();
    await expect
      .poll(() => desk.timeline.get('user:new-1'))
      .toMatchObject({
        ...{ company: 'acme', kind: 'accelerator', date: '2024-03-09' },
        programmes: ['acme-b'],
      });
  });

  it('edits an entry of the record, which is marked then', async () => {
    const rendered = await open();
    const { screen, desk } = rendered;
    await openEntry(rendered, 'Edit …');
    await screen.getByRole('textbox', { name: 'Foundry', exact: true }).fill('Otherfab');
    await screen.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.element(screen.getByText('edited by you')).toBeVisible();
    await expect.poll(() => desk.timeline.card?.foundry).toBe('Otherfab');
    await choose(rendered, 'What can be done with this entry', 'History …');
    await expect.element(screen.getByText('foundry: Fabco → Otherfab')).toBeVisible();
  });
});

describe('remarks', () => {
  it('annotate, and mark as wrong with a reason', async () => {
    const rendered = await open();
    const { screen, desk } = rendered;
    await openEntry(rendered, 'Annotate …');
    await screen.getByLabelText('Annotation').last().fill('Ask again.');
    await screen.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.element(screen.getByText('Ask again.')).toBeVisible();
    await choose(rendered, 'What can be done with this entry', 'Mark as wrong …');
    await screen.getByLabelText('Why it is wrong').last().fill('Another chip.');
    await screen.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.element(screen.getByText('Another chip.')).toBeVisible();
    const tag = screen.getByText('marked wrong', { exact: true });
    await expect.element(tag).toBeVisible();
    await desk.timeline.select(null);
    await expect.element(tag).toBeVisible();
    await desk.settings.update({ timelineDensity: 'compact' });
    await expect.element(tag).toBeVisible();
  });

  it('hide an entry, which comes back from its window or by key', async () => {
    const rendered = await open();
    const { screen, desk } = rendered;
    await openEntry(rendered, 'Hide');
    await expect.poll(() => desk.timeline.get('acme-a1')).toBeUndefined();
    expect(desk.timeline.selectedId).toBeNull();
    await choose(rendered, 'More about announcements', 'Hidden and wrong (1) …');
    await screen.getByRole('button', { name: 'Bring back' }).click();
    await expect.poll(() => desk.timeline.get('acme-a1')).toBeDefined();
    await expect.element(screen.getByText('Nothing is hidden', { exact: false })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await screen.getByRole('button', { name: 'More about announcements' }).click();
    await userEvent.keyboard('{Escape}');
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.poll(() => desk.timeline.get('acme-a1')).toBeUndefined();
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await expect.poll(() => desk.timeline.get('acme-a1')).toBeDefined();
  });

  it('merge an entry into another one', async () => {
    const rendered = await open();
    const { screen, desk } = rendered;
    await openEntry(rendered, 'Merge into another entry …');
    await screen.getByLabelText('Search by title or company').fill('acme-a2');
    await screen
      .getByRole('dialog')
      .getByRole('button', { name: /Title of acme-a2/ })
      .click();
    await expect.poll(() => desk.timeline.selectedId).toBe('acme-a2');
    await expect.element(screen.getByText('Another entry is merged into this one.')).toBeVisible();
    expect(desk.timeline.get('acme-a1')).toBeUndefined();
  });
});

describe('a pack', () => {
  it('is shown row by row as text, taken in as one step, and undone', async () => {
    const markup = '<img src=x onerror="document.title=1"><b>bold</b>';
    const pack = packOf(
      { id: 'new-one', ...plainContent({ title: { en: markup, zh: '' }, claim: 'confirmed' }) },
      { id: 'acme-a1', ...plainContent() },
      { id: 'bad', ...plainContent({ sources: [] }), mood: 'good' },
    );
    const rendered = await open({ pack });
    const { screen, desk } = rendered;
    await choose(rendered, 'More about announcements', 'Import announcements …');
    const dialog = screen.getByRole('dialog', { name: 'Import announcements: p.json' });
    await expect.element(dialog.getByText(markup)).toBeVisible();
    expect(dialog.element().querySelector('img, ul b b')).toBeNull();
    await expect.element(dialog.getByText('Sources is missing.')).toBeVisible();
    await expect.element(dialog.getByText('Left out, not known here: mood')).toBeVisible();
    await expect.element(dialog.getByText('confirmed by this file only')).toBeVisible();
    await dialog.getByRole('button', { name: 'Import 2 announcements' }).click();
    await expect.poll(() => desk.timeline.get('user:new-one')).toBeDefined();
    expect(desk.notices.all.at(-1)?.text).toBe('Imported from p.json.');
    desk.notices.all.at(-1)?.action?.run();
    await expect.poll(() => desk.timeline.get('user:new-one')).toBeUndefined();
  });

  it('that cannot be read says why', async () => {
    const rendered = await open({ pack: { fileName: 'x.json', error: 'too-large' } });
    await choose(rendered, 'More about announcements', 'Import announcements …');
    await expect
      .poll(() => rendered.desk.notices.all.at(-1)?.text)
      .toBe(
        'x.json was not imported. The file is larger than 8 MB. Split it and import the parts.',
      );
  });

  it('is exported in the chosen form', async () => {
    const rendered = await open();
    const { screen, main, desk } = rendered;
    await choose(rendered, 'More about announcements', 'Export announcements …');
    await screen.getByRole('combobox', { name: 'Form' }).selectOptions('icalendar');
    await screen.getByRole('button', { name: 'Save as …' }).click();
    await expect.poll(() => desk.curation.dialog).toBeNull();
    const text = main.written.get('Tapeout announcements.ics') ?? '';
    expect(text.match(/^BEGIN:VEVENT/gm)).toHaveLength(desk.timeline.all.length);
    expect(text).toContain('SUMMARY:Acme: Title of acme-a1\r\n');
  });
});
