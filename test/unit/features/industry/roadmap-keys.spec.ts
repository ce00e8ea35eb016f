import { describe, expect, it } from 'vitest';
import { travelRoadmap } from '../../../../src/features/industry/roadmap-keys';
import { claimOf } from './made-up-claims';
import { sampleScene } from './sample-scene';

const CLAIMS = [
  claimOf('first', '2020-01-01'),
  claimOf('second', '2022-01-01'),
  claimOf('third', '2024-01-01'),
  claimOf('other', '2022-03-01', { chips: ['acme-a2'] }),
  claimOf('bolt', '2023-01-01', { programmes: ['bolt-b'], chips: ['bolt-b1'] }),
];
const { rows } = sampleScene({ claims: CLAIMS });
const at = (rowKey: string, claimId: string | null = null) => ({ rowKey, claimId });
const go = (key: string, from: ReturnType<typeof at> | null) => travelRoadmap(key, rows, from);

describe('travel through the roadmap', () => {
  it('goes from row to row, and stays at the ends', () => {
    expect(go('ArrowDown', at('company acme'))).toEqual(at('programme acme-a'));
    expect(go('ArrowUp', at('company acme'))).toEqual(at('company acme'));
    expect(go('ArrowDown', at('chip bolt-b1', 'bolt'))).toEqual(at('chip bolt-b1', 'bolt'));
  });

  it('comes to a chip at its newest claim, or at the one nearest in time', () => {
    expect(go('ArrowDown', at('programme acme-a'))).toEqual(at('chip acme-a1', 'third'));
    expect(go('ArrowUp', at('chip acme-a2', 'other'))).toEqual(at('chip acme-a1', 'second'));
  });

  it('goes from claim to claim, and stays in the row', () => {
    expect(go('ArrowRight', at('chip acme-a1', 'first'))).toEqual(at('chip acme-a1', 'second'));
    expect(go('ArrowRight', at('chip acme-a1', 'third'))).toEqual(at('chip acme-a1', 'third'));
    expect(go('ArrowLeft', at('chip acme-a1', 'first'))).toEqual(at('chip acme-a1', 'first'));
    expect(go('ArrowLeft', at('chip acme-a1'))).toEqual(at('chip acme-a1', 'third'));
    expect(go('ArrowRight', at('company acme'))).toEqual(at('company acme'));
  });

  it('goes to the first and the last claim of a row', () => {
    expect(go('Home', at('chip acme-a1', 'third'))).toEqual(at('chip acme-a1', 'first'));
    expect(go('End', at('chip acme-a1', 'first'))).toEqual(at('chip acme-a1', 'third'));
  });

  it('goes from company to company', () => {
    expect(go('PageDown', at('chip acme-a1', 'first'))).toEqual(at('company bolt'));
    expect(go('PageUp', at('chip bolt-b1', 'bolt'))).toEqual(at('company bolt'));
    expect(go('PageUp', at('company bolt'))).toEqual(at('company acme'));
    expect(go('PageDown', at('company bolt'))).toEqual(at('company bolt'));
  });

  it('knows no other keys, and no way where there is nothing', () => {
    expect(go('a', at('company acme'))).toBeNull();
    expect(travelRoadmap('ArrowDown', [], null)).toBeNull();
  });

  it('reaches every claim with up, down, left and right', () => {
    const reached = new Set<string>();
    let place = go('ArrowUp', null);
    for (let row = 0; row < rows.length; row += 1) {
      place = go('Home', place);
      for (let step = 0; step < CLAIMS.length; step += 1) {
        if (place?.claimId) reached.add(place.claimId);
        place = go('ArrowRight', place);
      }
      place = go('ArrowDown', place);
    }
    expect([...reached].sort()).toEqual(CLAIMS.map(({ id }) => id).sort());
  });
});
