import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnouncementSummary } from '../../../../../src/shared/domain/announcement/announcement';
import { claimChain } from '../../../../../src/shared/domain/announcement/claim-chain';

type Claim = Pick<AnnouncementSummary, 'id' | 'date' | 'refersTo'>;

const claim = (id: string, date: string, ...to: string[]): Claim => ({
  id,
  date,
  refersTo: to.map((each) => ({ id: each, relation: 'updates' })),
});

const chain = (id: string, all: readonly Claim[]): string[] =>
  claimChain(id, all).map((each) => each.id);

describe('the chain of a claim', () => {
  const all = [
    claim('deployed', '2025-06-01', 'confirmed'),
    claim('confirmed', '2024-06-01', 'reported'),
    claim('unrelated', '2024-01-01'),
    claim('reported', '2023-06-01', 'rumoured'),
    claim('rumoured', '2022-06-01'),
  ];

  it.each(['rumoured', 'reported', 'confirmed', 'deployed'])(
    'goes back and forth over any number of steps from "%s", oldest first',
    (id) => {
      expect(chain(id, all)).toEqual(['rumoured', 'reported', 'confirmed', 'deployed']);
    },
  );

  it('is the claim alone where nothing is connected', () => {
    expect(chain('unrelated', all)).toEqual(['unrelated']);
  });

  it('is empty for a claim that is not there', () => {
    expect(chain('nothing', all)).toEqual([]);
  });

  it('leaves out what only shares an earlier claim', () => {
    const forked = [claim('root', '2023-01-01')].concat(
      claim('left', '2024-01-01', 'root'),
      claim('right', '2024-02-01', 'root'),
    );
    expect(chain('left', forked)).toEqual(['root', 'left']);
    expect(chain('root', forked)).toEqual(['root', 'left', 'right']);
  });

  it('stands behind what it takes up, also where a whole month begins before that day', () => {
    const month = [claim('of-january', '2026-01-01', 'of-13th'), claim('of-13th', '2026-01-13')];
    expect(chain('of-13th', month)).toEqual(['of-13th', 'of-january']);
  });

  it('ignores references to what is not there', () => {
    expect(chain('a', [claim('a', '2024-01-01', 'gone')])).toEqual(['a']);
  });

  it('ends on claims in a circle, with each of them once', () => {
    const circle = [claim('a', '2024-01-01', 'b'), claim('b', '2024-01-02', 'a')];
    expect(chain('a', circle).sort()).toEqual(['a', 'b']);
  });

  it('is the same claims in the same order for every order of the list', () => {
    const graph = fc
      .array(fc.array(fc.nat(9), { maxLength: 3 }), { minLength: 1, maxLength: 10 })
      .map((links) =>
        links.map((to, index) =>
          claim(
            `c${index}`,
            `2024-01-${String(10 + (index % 3)).padStart(2, '0')}`,
            ...new Set(to.filter((each) => each < index).map((each) => `c${each}`)),
          ),
        ),
      );
    fc.assert(
      fc.property(
        graph.chain((claims) =>
          fc.tuple(
            fc.constant(claims),
            fc.shuffledSubarray(claims, { minLength: claims.length }),
            fc.nat(claims.length - 1),
          ),
        ),
        ([claims, shuffled, start]) => {
          const id = `c${start}`;
          const found = claimChain(id, claims);
          expect(claimChain(id, shuffled)).toEqual(found);
          const places = new Map(found.map((each, place) => [each.id, place]));
          expect(places.has(id)).toBe(true);
          for (const each of found) {
            for (const { id: to } of each.refersTo) {
              const earlier = places.get(to);
              if (earlier !== undefined) expect(earlier).toBeLessThan(places.get(each.id) ?? -1);
            }
          }
        },
      ),
    );
  });
});
