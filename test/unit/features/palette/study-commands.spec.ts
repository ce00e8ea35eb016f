import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commandWords } from '../../../../src/features/palette/desk-command';
import { findBest } from '../../../../src/features/palette/ranked-search';
import { studyCommands } from '../../../../src/features/palette/study-commands';
import { type DeskUnderTest, startDesk } from '../../../helpers/desk-under-test';

let made: DeskUnderTest;

beforeEach(async () => {
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  made = await startDesk();
});
afterEach(() => {
  made.desk.dispose();
  made.data.dispose();
  vi.unstubAllGlobals();
});

const found = (query: string) =>
  findBest(studyCommands(made.desk), query, 3).map(({ item }) => item);

describe('the commands that add an indicator', () => {
  it.each(['Add RSI', 'rsi', '相对强弱', '添加RSI'])('are found by %s', async (query) => {
    const [command] = found(query);
    expect(command && commandWords(command, made.desk.t)).toBe('Add RSI');
    command?.run();
    await vi.waitFor(() => expect(made.desk.studies.get('rsi-1')).toBeDefined());
  });

  it('anchor to the announcement that is selected', async () => {
    await made.desk.timeline.select('acme-a1');
    found('anchored')[0]?.run();
    await vi.waitFor(() =>
      expect(made.desk.studies.get('anchored-vwap-1')?.announcement).toBe('acme-a1'),
    );
  });

  it('offer no second profile', async () => {
    expect(found('VPVR')).toHaveLength(1);
    await made.desk.studies.add('volume-profile');
    expect(found('VPVR')).toHaveLength(0);
  });
});
