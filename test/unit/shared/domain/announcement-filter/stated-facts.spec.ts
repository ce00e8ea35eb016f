import { describe, expect, it } from 'vitest';
import {
  foundries,
  instructionSets,
} from '../../../../../src/shared/domain/announcement-filter/stated-facts';
import { announcements } from '../../../../helpers/announcement-set';

describe('instruction sets', () => {
  it.each([
    ['Arm', ['Arm']],
    ['Armv9 (Neoverse V2)', ['Arm']],
    ['Arm Neoverse CSS (N2)', ['Arm']],
    ['Arm and RISC-V tracks under evaluation', ['Arm', 'RISC-V']],
    ['RISC-V (RVA23)', ['RISC-V']],
    ['x86-64', ['x86']],
    ['LoongArch', ['LoongArch']],
    ['z/Architecture', ['z/Architecture']],
    ['Power ISA (v3.1)', ['Power ISA']],
    ['Charm', ['Charm']],
  ])('of %s are %j', (stated, expected) => {
    expect(instructionSets(stated)).toEqual(expected);
  });

  it('come down to few in the whole record', () => {
    const stated = announcements.flatMap(({ isa }) => (isa === null ? [] : instructionSets(isa)));
    expect(new Set(stated)).toEqual(
      new Set(['Arm', 'RISC-V', 'LoongArch', 'Da Vinci', 'z/Architecture']),
    );
  });
});

describe('foundries', () => {
  it.each([
    ['TSMC', ['TSMC']],
    ['TSMC (reported)', ['TSMC']],
    ['TSMC and Samsung', ['TSMC', 'Samsung']],
    ['SMIC（主要）', ['SMIC']],
    ['TSMC, TSMC', ['TSMC']],
    ['(unknown)', []],
  ])('of %s are %j', (stated, expected) => {
    expect(foundries(stated)).toEqual(expected);
  });

  it('come down to few in the whole record', () => {
    const stated = announcements.flatMap(({ foundry }) =>
      foundry === null ? [] : foundries(foundry),
    );
    expect(new Set(stated)).toEqual(new Set(['TSMC', 'Samsung', 'SMIC']));
  });
});
