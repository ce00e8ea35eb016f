import { describe, expect, it } from 'vitest';
import EvidenceMeter from '../../../../src/features/evidence/EvidenceMeter.svelte';
import { ACME, sampleAnnouncements } from '../../../helpers/desk-sample';
import { summaryOf } from '../../../helpers/fake-client';
import { readText } from '../../../helpers/read-text';
import type { RenderedPane } from '../../../helpers/render-pane';
import { type EvidenceDeskOptions, renderEvidence } from './evidence-desk';

const all = sampleAnnouncements.map(summaryOf);
const announcementOf = (id: string) => all.find((each) => each.id === id);
const meter = ({ screen }: RenderedPane): string =>
  readText(screen.container.querySelector('.meter'));

async function meterOf(
  id: string,
  made: EvidenceDeskOptions = {},
  { locale = 'en' as const, brief = false }: { locale?: 'en' | 'zh-CN'; brief?: boolean } = {},
): Promise<RenderedPane> {
  return renderEvidence(EvidenceMeter, made, {
    settings: { locale },
    props: { announcement: announcementOf(id), instrument: ACME, brief },
  });
}

describe('the meter', () => {
  it('says that a jump is unusual, cause unknown, with its numbers', async () => {
    const rendered = await meterOf('acme-a1', { jump: 0.12 });
    await expect.poll(() => meter(rendered)).toMatch(/^unusual, cause unknown ACME/);
    expect(meter(rendered)).toMatch(
      /expected [+−]\d+\.\d\d % actual \+1\d\.\d\d % abnormal \+1\d\.\d\d % 95 % band ± \d\.\d\d % placebo rank 1 of 251/,
    );
    expect(meter(rendered)).toContain('session 5 Mar 2024 · ^IXIC · 250 sessions');
  });

  it('says that a quiet day fits chance', async () => {
    const rendered = await meterOf('acme-a1');
    await expect.poll(() => meter(rendered)).toMatch(/^fits chance/);
  });

  it('speaks Chinese', async () => {
    const rendered = await meterOf('acme-a1', { jump: 0.12 }, { locale: 'zh-CN' });
    await expect.poll(() => meter(rendered)).toMatch(/^异常，原因不明/);
    expect(meter(rendered)).toContain('251天中第1');
  });

  it.each([
    [200, 'Short history: 164 sessions in place of 250.'],
    [100, 'Short history: market-adjusted over 64 sessions'],
    [60, 'Short history: of 24 sessions only the placebo rank counts.'],
    [40, 'Not enough history: 4 of at least 20 sessions.'],
  ])('says how it steps back with %i sessions before the event', async (before, words) => {
    const rendered = await meterOf('acme-a1', { before });
    await expect.poll(() => meter(rendered)).toContain(words);
    // A number that so few sessions cannot have is not there.
    expect(meter(rendered).includes('95 %')).toBe(before > 60);
    expect(meter(rendered).includes('abnormal')).toBe(before > 40);
    if (before === 40) expect(meter(rendered)).toMatch(/^not enough history/);
  });

  it('gives no verdict about the real market on simulated prices', async () => {
    const rendered = await meterOf('acme-a1', { jump: 0.12, simulated: true });
    await expect
      .poll(() => meter(rendered))
      .toMatch(/^Simulated prices: no verdict about the real market\./);
    expect(meter(rendered)).not.toContain('unusual');
  });

  it('says where only the month is known, and asks nothing', async () => {
    const rendered = await meterOf('acme-plan');
    await expect
      .poll(() => meter(rendered))
      .toContain('Known only to the month or vaguer: no session to measure.');
    expect(rendered.data.asked.filter(({ kind }) => kind === 'study-event')).toEqual([]);
  });

  it('waits for its answer, and says where the bars could not be read', async () => {
    const rendered = await meterOf('market-news');
    await expect.poll(() => meter(rendered)).not.toContain('Measuring');
    const question = rendered.data.asked.find(({ kind }) => kind === 'study-event');
    expect(question).toMatchObject({ question: { instrument: ACME, session: '2024-05-01' } });
  });

  it('is measured anew when bars have changed', async () => {
    const rendered = await meterOf('acme-a1', { jump: 0.12 });
    await expect.poll(() => meter(rendered)).toMatch(/^unusual/);
    rendered.data.give('INDEX:^IXIC', { ...(await emptyBars()) });
    rendered.data.tell({ kind: 'series-changed', instruments: ['INDEX:^IXIC', ACME] });
    const studies = () => rendered.data.asked.filter(({ kind }) => kind === 'study-event').length;
    await expect.poll(studies).toBe(2);
  });

  it('opens the evidence with one click, but not where it only passes by', async () => {
    const rendered = await meterOf('acme-a1');
    await expect.poll(() => meter(rendered)).toMatch(/^fits chance/);
    await rendered.screen.getByRole('button', { name: 'Open the evidence' }).click();
    expect(rendered.desk.evidence.panel.isOpen).toBe(true);
    expect(rendered.desk.evidence.panel.announcement?.id).toBe('acme-a1');
    const brief = await meterOf('acme-a1', {}, { brief: true });
    await expect.poll(() => meter(brief)).toMatch(/^fits chance/);
    expect(brief.screen.container.querySelectorAll('.brief button')).toHaveLength(0);
    expect(meter(brief)).not.toContain('placebo');
  });
});

async function emptyBars() {
  const { allocateBars } = await import('../../../../src/shared/domain/candle/bar-columns');
  return allocateBars(0);
}
