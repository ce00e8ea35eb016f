import { beforeEach, describe, expect, it } from 'vitest';
import { ChartMemoryService } from '../../../../../electron/core/charts/chart-memory-service';
import {
  type ChartLayout,
  MOST_LAYOUTS,
} from '../../../../../src/shared/domain/chart/chart-layout';
import { newStudy, type StudyChoice } from '../../../../../src/shared/domain/chart/study-choice';
import type { Drawing } from '../../../../../src/shared/domain/drawing/drawing';
import { MemoryNamedValues } from '../../../../helpers/memory-named-values';

const STUDIES: readonly StudyChoice[] = [newStudy('sma', [])];
const layout = (name: string): ChartLayout => ({
  name,
  charts: [{ instrument: 'XNAS:NVDA', interval: 'D', compared: [] }],
  linkCrosshair: false,
  linkInstrument: false,
});

let layouts: MemoryNamedValues<ChartLayout>;
let service: ChartMemoryService;

beforeEach(() => {
  layouts = new MemoryNamedValues();
  const studies = new MemoryNamedValues<readonly StudyChoice[]>();
  const drawings = new MemoryNamedValues<readonly Drawing[]>();
  service = new ChartMemoryService({ studies, layouts, drawings });
});

describe('ChartMemoryService', () => {
  it('keeps studies by scope, none at all apart from none of its own', () => {
    service.putStudies('all', STUDIES);
    service.putStudies('list:1', []);
    expect(service.studies('all')).toEqual(STUDIES);
    expect(service.studies('list:1')).toEqual([]);
    expect(service.studies('list:2')).toBeNull();
    service.putStudies('list:1', null);
    expect(service.studies('list:1')).toBeNull();
  });

  it('keeps layouts by name, in order, a newer one in place of the older', () => {
    service.putLayout(layout('b'));
    service.putLayout(layout('a'));
    const answer = service.putLayout({ ...layout('b'), linkCrosshair: true });
    expect(answer).toMatchObject({ ok: true });
    expect(service.layouts().map(({ name, linkCrosshair }) => [name, linkCrosshair])).toEqual([
      ['a', false],
      ['b', true],
    ]);
    expect(service.removeLayout('a').map(({ name }) => name)).toEqual(['b']);
    expect(service.removeLayout('a').map(({ name }) => name)).toEqual(['b']);
  });

  it('takes no more layouts than there may be, and still replaces one', () => {
    for (let i = 0; i < MOST_LAYOUTS; i++) service.putLayout(layout(`layout ${i}`));
    expect(service.putLayout(layout('one more'))).toEqual({ ok: false, reason: 'too-many' });
    expect(service.putLayout(layout('layout 3'))).toMatchObject({ ok: true });
  });

  it('keeps drawings by instrument', () => {
    const line = { id: 'a', interval: 'D', kind: 'horizontal-line', price: 116.2 } as const;
    service.putDrawings('XHKG:02513', [line]);
    expect(service.drawings('XHKG:02513')).toEqual([line]);
    expect(service.drawings('XNAS:NVDA')).toEqual([]);
    service.putDrawings('XHKG:02513', []);
    expect(service.drawings('XHKG:02513')).toEqual([]);
  });

  it('says what the store says where it cannot write', () => {
    layouts.failure = new Error('disk full');
    expect(() => service.putLayout(layout('a'))).toThrow('disk full');
    expect(service.layouts()).toEqual([]);
  });
});
