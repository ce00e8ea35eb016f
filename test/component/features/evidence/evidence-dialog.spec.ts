import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ACME } from '../../../helpers/desk-sample';
import { readText } from '../../../helpers/read-text';
import type { RenderedPane } from '../../../helpers/render-pane';
import EvidenceHost from './EvidenceHost.svelte';
import { type EvidenceDeskOptions, renderEvidence } from './evidence-desk';

const dialog = (): string => readText(document.querySelector('dialog'));

async function openPanel(
  made: EvidenceDeskOptions = { jump: 0.12 },
  options: Parameters<typeof renderEvidence>[2] = {},
): Promise<RenderedPane> {
  const rendered = await renderEvidence(EvidenceHost, made, { widthPx: 1200, ...options });
  rendered.desk.evidence.panel.open('acme-a1', ACME);
  await expect.poll(dialog).toContain('95 %');
  return rendered;
}

describe('the evidence panel', () => {
  it('shows verdict, curve, placebo days, other choices, days and what else happened', async () => {
    const { screen } = await openPanel();
    const text = dialog();
    expect(text).toContain('ACME on 5 Mar 2024 unusual, cause unknown');
    expect(text).toContain('Cumulative abnormal return, sessions −5 … +5');
    expect(text).toContain('1 of 251');
    expect(text).toContain('A coincidence in time is not a cause.');
    for (const name of ['Other windows and benchmarks', 'Days', 'What else happened']) {
      await expect.element(screen.getByRole('heading', { name })).toBeVisible();
    }
    await expect
      .element(screen.getByRole('img', { name: /^Ends at \+1\d\.\d\d %, band ± \d/ }))
      .toBeVisible();
    expect(document.querySelectorAll('dialog tr.event')).toHaveLength(1);
  });

  it('says the session that could react first and what that rests on', async () => {
    const { screen, desk } = await openPanel();
    expect(dialog()).toContain('Told time of day not known. It may have been 6 Mar 2024.');
    const field = screen.getByLabelText('First session that could react');
    await field.fill('2024-03-06');
    await userEvent.keyboard('{Tab}');
    await expect.poll(dialog).toContain('ACME on 6 Mar 2024 fits chance');
    expect(dialog()).toContain('Set by hand.');
    await screen.getByRole('button', { name: 'Take back' }).click();
    await expect.poll(dialog).toContain('ACME on 5 Mar 2024');
    expect(desk.evidence.record.sessions).toEqual([]);
  });

  it('recalculates at once with every step of a control', async () => {
    const { screen } = await openPanel();
    await screen.getByRole('slider', { name: 'Estimation window' }).fill('120');
    await expect.poll(dialog).toContain('^IXIC · 120 sessions');
    await screen.getByRole('slider', { name: /Event window · to/ }).fill('-5');
    await expect.poll(dialog).toContain('sessions −5 … −5');
    await screen.getByText('Constant mean', { exact: true }).first().click();
    await expect.poll(dialog).toContain('own mean · 120 sessions');
    await screen.getByRole('button', { name: 'Usual settings' }).click();
    await expect.poll(dialog).toContain('^IXIC · 250 sessions');
  });

  it('says where the benchmark has no bars', async () => {
    const { screen } = await openPanel();
    await screen.getByText('Sector (SOX)', { exact: true }).click();
    await expect.poll(dialog).toContain('No bars of ^SOX: its own mean stands in.');
  });

  it('keeps what the user knows, with a source, and counts it', async () => {
    const { screen } = await openPanel();
    await screen.getByRole('button', { name: 'Add what you know' }).click();
    await screen.getByLabelText('What happened').fill('Results of the year');
    await screen.getByRole('button', { name: 'Keep' }).click();
    await expect.element(screen.getByRole('alert')).toHaveTextContent('Nothing without a source');
    await screen.getByLabelText('Source (address)').fill('https://example.com/results');
    await screen.getByRole('button', { name: 'Keep' }).click();
    await expect.poll(dialog).toContain('one thing of the same session beside it');
    expect(dialog()).toContain('Results of the year');
    expect(dialog()).toContain('cannot be told apart');
    await screen.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect.poll(dialog).not.toContain('Results of the year');
  });

  it('is taken out of the app as a page or as what it is computed from', async () => {
    const { screen, main } = await openPanel();
    await screen.getByRole('button', { name: 'Save the evidence as data (JSON)' }).click();
    await expect.poll(() => main.argsOf('files.saveFile')).toHaveLength(1);
    const [saved] = main.argsOf('files.saveFile') as [{ kind: string; bytes: Uint8Array }];
    expect(saved).toMatchObject({ kind: 'json', suggestedName: 'Evidence XNAS ACME 2024-03-05' });
    const bundle = JSON.parse(new TextDecoder().decode(saved.bytes)) as {
      input: { events: { said: unknown; security: string }[] };
    };
    expect(bundle.input.events).toMatchObject([{ security: ACME }]);
  });

  it('speaks Chinese', async () => {
    await openPanel({ jump: 0.12 }, { settings: { locale: 'zh-CN' } });
    expect(dialog()).toContain('异常，原因不明');
    expect(dialog()).toContain('时间上的巧合不等于因果。');
  });
});

describe('the family', () => {
  it('has all tests, their corrections and the single events', async () => {
    const { screen, desk } = await openPanel();
    desk.evidence.panel.family.choice = { by: 'company', value: 'acme' };
    await screen.getByText('Family', { exact: true }).click();
    await expect.poll(dialog).toContain('Mean cumulative abnormal return');
    const text = dialog();
    expect(text).toContain('2 events of 3 announcements');
    expect(text).toContain('1 known only to the month');
    for (const test of ['Cross-section t', 'Patell', 'BMP', 'Corrado rank', 'Sign-flip']) {
      expect(text).toContain(test);
    }
    expect(text).toContain('Holm Benjamini-Hochberg');
    await screen.getByRole('button', { name: 'Title of acme-a2' }).click();
    await expect.poll(dialog).toContain('ACME on 11 Mar 2024');
  });

  it('says that a family has no event', async () => {
    const { screen, desk } = await openPanel();
    desk.evidence.panel.family.choice = { by: 'kind', value: 'context' };
    await screen.getByText('Family', { exact: true }).click();
    await expect.poll(dialog).toContain('No event of this family can be measured.');
  });
});
