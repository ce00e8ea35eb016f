import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Announcement } from '../../../../../../src/shared/domain/announcement/announcement';
import {
  withContent,
  withDecision,
  withoutContent,
  withRemarks,
} from '../../../../../../src/shared/domain/announcement/curation/edit-entry';
import {
  emptyCuration,
  type EntryCuration,
  type FacetEdit,
} from '../../../../../../src/shared/domain/announcement/curation/entry-curation';
import {
  contentOf,
  facetsOf,
} from '../../../../../../src/shared/domain/announcement/curation/facet';
import { FACET_NAMES } from '../../../../../../src/shared/domain/announcement/curation/facet-name';
import {
  type MergedRecord,
  mergeRecord,
} from '../../../../../../src/shared/domain/announcement/curation/merge-record';
import type { CuratedEntry } from '../../../../../../src/shared/domain/announcement/curation/curated-entry';
import { readEntryCuration } from '../../../../../../src/shared/domain/announcement/curation/read-entry-curation';
import { isSameValue } from '../../../../../../src/shared/domain/announcement/curation/same-value';
import { madeUpContent, plainContent } from '../../../../../helpers/made-up-content';

const entry = (id: string, rest: Partial<Announcement> = {}): Announcement => ({
  id,
  ...plainContent(rest),
});

function entryOf(record: MergedRecord, id: string): CuratedEntry {
  const found = record.entries.get(id);
  if (!found) throw new Error(`there is no ${id}`);
  return found;
}

const shownOf = (record: MergedRecord, id: string) => record.shown.find((each) => each.id === id);

/** The overlay of an edit that leaves something to keep. */
function edited(shipped: Announcement, rest: Partial<Announcement>): EntryCuration {
  const at = entryOf(mergeRecord([shipped], []), shipped.id);
  const curation = withContent(at, { ...at.content, ...rest });
  if (!curation) throw new Error('nothing was changed');
  return curation;
}

const SHIPPED = entry('acme-a1');

describe('an entry without an overlay', () => {
  it('is the record’s, word for word', () => {
    const record = mergeRecord([SHIPPED], []);
    expect(record.shown).toEqual([SHIPPED]);
    expect(record.shown[0]).not.toHaveProperty('curation');
  });
});

describe('an edit', () => {
  const curation = edited(SHIPPED, { stage: 'taped-out', foundry: 'Fabco' });

  it('keeps only what differs, with what the record said', () => {
    expect(curation.facets).toEqual({
      nature: {
        base: { kind: 'cpu', contextKind: null, stage: 'designing' },
        mine: { kind: 'cpu', contextKind: null, stage: 'taped-out' },
      },
      foundry: { base: null, mine: 'Fabco' },
    });
  });

  it('shows in the entry and is marked', () => {
    const shown = shownOf(mergeRecord([SHIPPED], [curation]), 'acme-a1');
    expect(shown).toMatchObject({ stage: 'taped-out', foundry: 'Fabco', process: null });
    expect(shown?.curation).toMatchObject({ own: false, edited: ['nature', 'foundry'] });
  });

  it('takes what an updated record changed elsewhere without a word', () => {
    const updated = entry('acme-a1', { process: '3 nm', title: { en: 'Better', zh: '标题' } });
    const record = mergeRecord([updated], [curation]);
    expect(shownOf(record, 'acme-a1')).toMatchObject({
      ...{ stage: 'taped-out', foundry: 'Fabco', process: '3 nm' },
      title: { en: 'Better', zh: '标题' },
    });
    expect(entryOf(record, 'acme-a1').conflicts).toEqual([]);
  });

  it('is no edit any more where the record says the same now', () => {
    const record = mergeRecord([entry('acme-a1', { foundry: 'Fabco' })], [curation]);
    expect(entryOf(record, 'acme-a1')).toMatchObject({ edited: ['nature'], conflicts: [] });
  });

  it('stands against the record’s where both changed, until one is chosen', () => {
    const updated = entry('acme-a1', { foundry: 'Otherfab' });
    const before = entryOf(mergeRecord([updated], [curation]), 'acme-a1');
    expect(before.conflicts).toEqual(['foundry']);
    expect(before.content.foundry).toBe('Fabco');

    const mine = withDecision(before, 'foundry', 'mine');
    expect(mine?.facets.foundry).toEqual({ base: 'Otherfab', mine: 'Fabco' });
    const after = entryOf(mergeRecord([updated], mine ? [mine] : []), 'acme-a1');
    expect(after).toMatchObject({ conflicts: [], content: { foundry: 'Fabco' } });

    const theirs = withDecision(before, 'foundry', 'record');
    const record = entryOf(mergeRecord([updated], theirs ? [theirs] : []), 'acme-a1');
    expect(record).toMatchObject({ conflicts: [], content: { foundry: 'Otherfab' } });
    expect(record.content.stage).toBe('taped-out');
  });

  it('of something else leaves a conflict as it is', () => {
    const updated = entry('acme-a1', { foundry: 'Otherfab' });
    const before = entryOf(mergeRecord([updated], [curation]), 'acme-a1');
    const next = withContent(before, { ...before.content, isa: 'Arm' });
    const after = entryOf(mergeRecord([updated], next ? [next] : []), 'acme-a1');
    expect(after.conflicts).toEqual(['foundry']);
    expect(after.content.isa).toBe('Arm');
  });

  it('back to what the record says is none', () => {
    const before = entryOf(mergeRecord([SHIPPED], [curation]), 'acme-a1');
    expect(withContent(before, SHIPPED)).toBeNull();
    expect(withoutContent(before)).toBeNull();
  });

  it('of an entry that the record has lost is kept apart', () => {
    const record = mergeRecord([], [curation]);
    expect(record.shown).toEqual([]);
    expect(record.orphans).toEqual([curation]);
  });
});

describe('an entry of the user’s own', () => {
  const own: EntryCuration = {
    ...emptyCuration('user:mine'),
    own: plainContent({
      company: 'user:Foo Chips',
      title: { en: '', zh: '只有中文' },
      label: { en: 'thing', zh: '' },
    }),
  };

  it('is shown with its company, one language standing in for the other', () => {
    const record = mergeRecord([SHIPPED], [own]);
    expect(shownOf(record, 'user:mine')).toMatchObject({
      title: { en: '只有中文', zh: '只有中文' },
      label: { en: 'thing', zh: 'thing' },
      curation: { own: true, edited: [] },
    });
    expect(record.companies).toEqual([
      { id: 'user:Foo Chips', name: { en: 'Foo Chips', zh: 'Foo Chips' } },
    ]);
    expect(entryOf(record, 'user:mine').content.title.en).toBe('');
  });

  it('goes where its content goes', () => {
    expect(withoutContent(entryOf(mergeRecord([], [own]), 'user:mine'))).toBeNull();
  });
});

describe('remarks', () => {
  it('hide an entry, and bring it back', () => {
    const at = entryOf(mergeRecord([SHIPPED], []), 'acme-a1');
    const hidden = withRemarks(at, { hidden: true });
    if (!hidden) throw new Error('nothing is hidden');
    const record = mergeRecord([SHIPPED], [hidden]);
    expect(record.shown).toEqual([]);
    expect(withRemarks(entryOf(record, 'acme-a1'), { hidden: false })).toBeNull();
  });

  it('leave a wrong entry in the list, marked', () => {
    const wrong = withRemarks(entryOf(mergeRecord([SHIPPED], []), 'acme-a1'), { wrong: 'No.' });
    const record = mergeRecord([SHIPPED], wrong ? [wrong] : []);
    expect(shownOf(record, 'acme-a1')?.curation?.wrong).toBe('No.');
  });
});

describe('a merge', () => {
  const source = (url: string) => [
    {
      ...{ publisher: 'Other', url, date: null, dateEstimated: false },
      ...{ tier: 'other' as const, basis: 'cited' as const },
    },
  ];
  const one = entry('one', { refersTo: [{ id: 'two', relation: 'updates' }] });
  const two = entry('two', { sources: source('https://two.example/') });
  const three = entry('three', { refersTo: [{ id: 'two', relation: 'confirms' }] });
  const into = (id: string, target: string): EntryCuration => ({
    ...emptyCuration(id),
    mergedInto: target,
  });

  it('gives the other entry its sources, and whoever referred to it refers to that', () => {
    const record = mergeRecord([one, two, three], [into('two', 'one')]);
    expect(record.shown.map(({ id }) => id)).toEqual(['one', 'three']);
    expect(shownOf(record, 'one')?.sources.map(({ url }) => url)).toEqual([
      'https://example.com/a',
      'https://two.example/',
    ]);
    expect(shownOf(record, 'one')?.refersTo).toEqual([]);
    expect(shownOf(record, 'one')?.curation?.mergedFrom).toEqual(['two']);
    expect(shownOf(record, 'three')?.refersTo).toEqual([{ id: 'one', relation: 'confirms' }]);
    expect(entryOf(record, 'one').content.sources).toHaveLength(1);
  });

  it('of a merge ends at the last entry', () => {
    const record = mergeRecord([one, two, three], [into('two', 'one'), into('one', 'three')]);
    expect([...record.mergedInto]).toEqual([
      ['one', 'three'],
      ['two', 'three'],
    ]);
  });

  it('in a circle or into nothing loses no entry', () => {
    const record = mergeRecord([one, two, three], [into('two', 'one'), into('one', 'two')]);
    expect(record.shown).toHaveLength(3);
    expect(mergeRecord([one], [into('one', 'gone')]).shown).toHaveLength(1);
  });
});

describe('properties', () => {
  it('parts put together again are the whole', () => {
    fc.assert(
      fc.property(madeUpContent, (content) => {
        expect(contentOf(facetsOf(content))).toEqual(content);
      }),
    );
  });

  it('no edit is lost, whatever a later record says', () => {
    fc.assert(
      fc.property(madeUpContent, madeUpContent, madeUpContent, (base, mine, later) => {
        const at = entryOf(mergeRecord([{ id: 'x', ...base }], []), 'x');
        const curation = withContent(at, mine);
        const merged = entryOf(
          mergeRecord([{ id: 'x', ...later }], curation ? [curation] : []),
          'x',
        );
        const [was, wanted, now] = [facetsOf(base), facetsOf(mine), facetsOf(later)];
        const shown = facetsOf(merged.content);
        for (const name of FACET_NAMES) {
          const iChanged = !isSameValue(was[name], wanted[name]);
          const recordChanged = !isSameValue(was[name], now[name]);
          expect(shown[name]).toEqual(iChanged ? wanted[name] : now[name]);
          const differ = !isSameValue(wanted[name], now[name]);
          expect(merged.conflicts.includes(name)).toBe(iChanged && recordChanged && differ);
        }
      }),
    );
  });

  it('an overlay comes back from the store as it went', () => {
    fc.assert(
      fc.property(madeUpContent, madeUpContent, (base, mine) => {
        const at = entryOf(mergeRecord([{ id: 'x', ...base }], []), 'x');
        const curation = withContent(at, mine) ?? emptyCuration('x');
        const own = { ...emptyCuration('user:x'), own: mine };
        for (const each of [curation, own]) {
          expect(readEntryCuration(JSON.parse(JSON.stringify(each)))).toEqual(each);
        }
      }),
    );
  });

  it('a decision settles its conflict and no other', () => {
    fc.assert(
      fc.property(
        madeUpContent,
        madeUpContent,
        madeUpContent,
        fc.boolean(),
        (base, mine, later, keep) => {
          const at = entryOf(mergeRecord([{ id: 'x', ...base }], []), 'x');
          const curation = withContent(at, mine);
          const shipped = [{ id: 'x', ...later }];
          const before = entryOf(mergeRecord(shipped, curation ? [curation] : []), 'x');
          const [name, ...others] = before.conflicts;
          fc.pre(name !== undefined);
          const next = withDecision(before, name, keep ? 'mine' : 'record');
          const after = entryOf(mergeRecord(shipped, next ? [next] : []), 'x');
          expect(after.conflicts).toEqual(others);
          const edit: FacetEdit | undefined = before.curation?.facets[name];
          expect(facetsOf(after.content)[name]).toEqual(keep ? edit?.mine : facetsOf(later)[name]);
        },
      ),
    );
  });
});
