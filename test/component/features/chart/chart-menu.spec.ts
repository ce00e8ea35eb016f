import { describe, expect, it } from 'vitest';
import { startRuleAtCrosshair } from '../../../../src/features/alerts/alert-actions';
import { chartMenu } from '../../../../src/features/chart/chart-menu';
import { ACME } from '../../../helpers/desk-sample';
import { startDesk } from '../../../helpers/desk-under-test';

async function menuAt(price: number) {
  const { desk, main } = await startDesk();
  await desk.chart(ACME);
  const items = (): ReturnType<typeof chartMenu>[number] =>
    chartMenu(desk, desk.charts.active, price, 2).flat();
  return { desk, main, items };
}

describe('the menu of a chart', () => {
  it('starts an alert at the price', async () => {
    const { desk, items } = await menuAt(1380.5);
    const [item] = items();
    expect(item?.label).toBe('New alert at 1,380.50 …');
    item?.run?.();
    expect(desk.alerts.editing?.draft.watch).toMatchObject({
      target: { instrument: ACME },
      conditions: [{ op: 'crossing', value: 1380.5 }],
    });
  });

  it('copies the price as a plain number', async () => {
    const { desk, main, items } = await menuAt(1380.5);
    items()[1]?.run?.();
    expect(main.argsOf('files.copyText')).toEqual([{ text: '1380.50' }]);
    await expect.poll(() => desk.notices.all.at(-1)?.text).toBe('1,380.50 is on the clipboard.');
  });
});

describe('a new alert by keys', () => {
  const value = (desk: Awaited<ReturnType<typeof menuAt>>['desk']): unknown => {
    const watch = desk.alerts.editing?.draft.watch;
    return watch?.kind === 'market' && watch.conditions[0] && 'value' in watch.conditions[0]
      ? watch.conditions[0].value
      : null;
  };

  it('takes the price of the crosshair while it is out, else the last one', async () => {
    const { desk } = await menuAt(0);
    const takeBack = desk.charts.active.crosshair.lend(() => 1391.25);
    startRuleAtCrosshair(desk);
    expect(value(desk)).toBe(1391.25);
    takeBack();
    startRuleAtCrosshair(desk);
    expect(value(desk)).toBe(1372.6);
  });
});
