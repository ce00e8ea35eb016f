import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { PALETTE } from '../../../../src/features/palette/palette-module';
import { BOLT, KORVO } from '../../../helpers/desk-sample';
import { readText } from '../../../helpers/read-text';
import { renderPane, type RenderedPane } from '../../../helpers/render-pane';
import PaletteHost from './PaletteHost.svelte';

async function renderPalette(options?: Parameters<typeof renderPane>[1]): Promise<RenderedPane> {
  await PALETTE.load();
  const rendered = await renderPane(PaletteHost, options);
  rendered.desk.paletteOpen = true;
  await expect.element(rendered.screen.getByRole('combobox')).toHaveFocus();
  return rendered;
}

const optionTexts = ({ screen }: RenderedPane): string[] =>
  screen
    .getByRole('option')
    .elements()
    .map((option) => readText(option));

const selectedText = ({ screen }: RenderedPane): string =>
  readText(screen.container.querySelector('[aria-selected=true]'));

describe('the search for everything', () => {
  it('offers the list and the commands before anything is written', async () => {
    const { screen } = await renderPalette();
    const groups = screen.getByRole('group').elements();
    expect(groups.map((group) => group.querySelector('h3')?.textContent)).toEqual([
      'Instruments',
      'Commands',
    ]);
  });

  it('charts an instrument by code, alias or name', async () => {
    const rendered = await renderPalette();
    await userEvent.keyboard('2345.hk');
    await expect
      .poll(() => optionTexts(rendered))
      .toEqual([
        '02345 Bolt Hong Kong · HKD · share',
        'Acme Title of acme-a1 5 Mar 2024',
        'Bolt Title of bolt-rumour 10 Jan 2023',
      ]);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => rendered.desk.settings.current.charted).toBe(BOLT);
    expect(rendered.desk.paletteOpen).toBe(false);
  });

  it('learns and charts what a spelling means', async () => {
    const nestle = { id: 'XSWX:NESN', name: null, currency: 'CHF', kind: null } as const;
    const rendered = await renderPalette({
      resolutions: { 'NESN.SW': { candidates: [nestle], ambiguous: false } },
    });
    await userEvent.keyboard('NESN.SW{Enter}');
    await expect.poll(() => rendered.desk.settings.current.charted).toBe('XSWX:NESN');
    expect(rendered.main.asked.find(({ call }) => call === 'instruments.learn')?.args).toEqual({
      id: 'XSWX:NESN',
    });
  });

  it('asks where a code is of several markets', async () => {
    const line = { name: null, kind: 'share' } as const;
    const rendered = await renderPalette({
      resolutions: {
        '2330': {
          candidates: [
            { id: 'XTKS:2330', currency: 'JPY', ...line },
            { id: 'XTAI:2330', currency: 'TWD', ...line },
          ],
          ambiguous: true,
        },
      },
    });
    const { charted } = rendered.desk.settings.current;
    await userEvent.keyboard('2330');
    await expect
      .poll(() => optionTexts(rendered))
      .toEqual(['2330 Tokyo · JPY · share', '2330 Taipei · TWD · share']);
    await expect.element(rendered.screen.getByText('choose one')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect([selectedText(rendered), rendered.desk.settings.current.charted]).toEqual(['', charted]);
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect.poll(() => rendered.desk.settings.current.charted).toBe('XTKS:2330');
  });

  it('shows an announcement by its title in either language', async () => {
    const rendered = await renderPalette();
    await userEvent.keyboard('acme-a1');
    await expect.poll(() => optionTexts(rendered)).toEqual(['Acme Title of acme-a1 5 Mar 2024']);
    await rendered.screen.getByRole('combobox').fill('acme-a1的标题');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => rendered.desk.timeline.selectedId).toBe('acme-a1');
    expect(rendered.desk.series.view?.request).toEqual({ kind: 'announcement', id: 'acme-a1' });
  });

  it('runs commands', async () => {
    const rendered = await renderPalette();
    await userEvent.keyboard('light th{Enter}');
    await expect.poll(() => rendered.desk.settings.theme).toBe('light');
    expect(rendered.desk.paletteOpen).toBe(false);
  });

  it('says that nothing was found, and what to try', async () => {
    const { screen } = await renderPalette();
    await userEvent.keyboard('nothing of the kind');
    await expect
      .element(screen.getByRole('status'))
      .toHaveTextContent('Nothing found for “nothing of the kind”');
    await userEvent.keyboard('{Enter}{ArrowDown}');
    await expect.element(screen.getByRole('combobox')).toHaveFocus();
  });
});

describe('a rule in one line', () => {
  it('is offered first, kept on Enter and taken back', async () => {
    const rendered = await renderPalette();
    const { desk, main, screen } = rendered;
    await userEvent.keyboard('02345 > 40');
    await expect
      .poll(() => optionTexts(rendered)[0])
      .toBe('Watch: 02345: Price is above 40.00 Bolt Hong Kong · HKD · share');
    expect(screen.getByRole('group').first().element().textContent).toMatch(/^Alerts/);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => desk.alerts.rules.length).toBe(1);
    expect(main.argsOf('alerts.create')).toMatchObject([
      {
        rule: {
          watch: {
            target: { kind: 'instrument', instrument: BOLT },
            conditions: [{ of: { kind: 'price' }, op: 'greaterThan', value: 40 }],
          },
        },
      },
    ]);
    expect(desk.paletteOpen).toBe(false);
    const notice = desk.notices.all.at(-1);
    expect(notice?.text).toBe('Watching: 02345: Price is above 40.00');
    notice?.action?.run();
    await expect.poll(() => desk.alerts.rules).toEqual([]);
  });

  it('is on the charted instrument where none is named', async () => {
    const rendered = await renderPalette();
    await userEvent.keyboard('< 1,000');
    await expect
      .poll(() => optionTexts(rendered))
      .toEqual(['Watch: ACME: Price is below 1,000.00']);
  });

  it('asks which of several instruments is meant, and learns the one that is chosen', async () => {
    const line = { name: null, kind: 'share' } as const;
    const rendered = await renderPalette({
      resolutions: {
        '2330': {
          candidates: [
            { id: 'XTKS:2330', currency: 'JPY', ...line },
            { id: 'XTAI:2330', currency: 'TWD', ...line },
          ],
          ambiguous: true,
        },
      },
    });
    const { desk, main } = rendered;
    await userEvent.keyboard('2330 crosses 900');
    await expect.poll(() => optionTexts(rendered).length).toBe(2);
    await expect.element(rendered.screen.getByText('choose one')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    expect(selectedText(rendered)).toBe('');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    await expect.poll(() => desk.alerts.rules.length).toBe(1);
    expect(main.argsOf('instruments.learn')).toEqual([{ id: 'XTAI:2330' }]);
    expect(desk.alerts.rulesOf('XTAI:2330')).toHaveLength(1);
  });

  it('is on a list where its word is written, whatever instruments are called', async () => {
    const rendered = await renderPalette();
    const { desk, main, screen } = rendered;
    await userEvent.keyboard('list chip -5%');
    await expect
      .poll(() => optionTexts(rendered))
      .toEqual(['Watch: Each of The chip race: Change is below \u22125 %']);
    await expect.element(screen.getByText('several lists')).toBeVisible();
    expect(selectedText(rendered)).toBe('');
    await screen.getByRole('combobox').fill('list “the chip race” -5%');
    await expect.poll(() => selectedText(rendered)).toMatch(/Each of The chip race/);
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => desk.alerts.rules.length).toBe(1);
    expect(main.argsOf('alerts.create')).toMatchObject([
      {
        rule: {
          watch: {
            target: { kind: 'list', listId: 1 },
            conditions: [{ of: { kind: 'change' }, op: 'lessThan', value: -5 }],
          },
        },
      },
    ]);
  });

  it('says that no list has the name', async () => {
    const { screen } = await renderPalette();
    await userEvent.keyboard('list nothing of the kind > 5');
    await expect.element(screen.getByRole('status')).toHaveTextContent(/No list has this name/);
  });

  it('is read in Chinese', async () => {
    const rendered = await renderPalette({ settings: { locale: 'zh-CN' } });
    await userEvent.keyboard('柯沃');
    await rendered.screen.getByRole('combobox').fill('柯沃 上穿 90万');
    await expect.poll(() => optionTexts(rendered)[0]).toMatch(/价格上穿 900,000/);
  });
});

describe('the keyboard', () => {
  it('travels through all groups and around, and tells a screen reader where it is', async () => {
    const rendered = await renderPalette();
    await userEvent.keyboard('a');
    await expect.poll(() => optionTexts(rendered).length).toBeGreaterThan(3);
    const all = optionTexts(rendered);
    expect(selectedText(rendered)).toBe(all[0]);
    await userEvent.keyboard('{ArrowUp}');
    await expect.poll(() => selectedText(rendered)).toBe(all.at(-1));
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect.poll(() => selectedText(rendered)).toBe(all[1]);
    const named = rendered.screen
      .getByRole('combobox')
      .element()
      .getAttribute('aria-activedescendant');
    expect(document.getElementById(named ?? '')?.getAttribute('aria-selected')).toBe('true');
  });

  it('begins again at the best answer when the query changes', async () => {
    const rendered = await renderPalette();
    await userEvent.keyboard('a{ArrowDown}{ArrowDown}c');
    await expect.poll(() => selectedText(rendered)).toBe(optionTexts(rendered)[0]);
  });

  it('closes with Escape', async () => {
    const { desk, screen } = await renderPalette();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => desk.paletteOpen).toBe(false);
    await expect.element(screen.getByRole('dialog')).not.toBeInTheDocument();
  });
});

describe('the mouse', () => {
  it('chooses what it points at', async () => {
    const { screen, desk } = await renderPalette();
    await screen.getByRole('option', { name: /Korvo/ }).click();
    await expect.poll(() => desk.settings.current.charted).toBe(KORVO);
  });

  it('closes beside the dialog', async () => {
    const { desk } = await renderPalette();
    document.querySelector('dialog')?.click();
    await expect.poll(() => desk.paletteOpen).toBe(false);
  });
});

it('speaks Chinese', async () => {
  const rendered = await renderPalette({ settings: { locale: 'zh-CN' } });
  await expect
    .element(rendered.screen.getByPlaceholder('搜索股票、芯片、动态和命令'))
    .toBeVisible();
  await userEvent.keyboard('韩国');
  await rendered.screen.getByRole('combobox').fill('柯沃');
  await expect
    .poll(() => optionTexts(rendered))
    .toEqual(['123450 柯沃 韩国交易所 · KRW · 股票', '艾克米 acme-a1的标题 2024年3月5日']);
  await rendered.screen.getByRole('combobox').fill('dark');
  await rendered.screen.getByRole('combobox').fill('浅色');
  await expect.poll(() => optionTexts(rendered)).toEqual(['浅色主题']);
});
