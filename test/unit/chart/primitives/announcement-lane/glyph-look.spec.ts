import { describe, expect, it } from 'vitest';
import { lookOf } from '../../../../../src/chart/primitives/announcement-lane/glyph-look';
import {
  type Claim,
  type Stage,
  STAGES,
} from '../../../../../src/shared/domain/announcement/announcement';

const one = (stage: Stage, claim: Claim = 'confirmed') => ({
  id: `${stage}-${claim}`,
  stage,
  claim,
});

describe('lookOf', () => {
  it('gives every stage a symbol of its own', () => {
    const symbols = STAGES.map((stage) => JSON.stringify(lookOf([one(stage)]).symbol));
    expect(new Set(symbols).size).toBe(STAGES.length);
  });

  it('colours what is confirmed by its stage', () => {
    expect(lookOf([one('announced')]).colour).toBe('accent');
    expect(lookOf([one('taped-out')]).colour).toBe('violet');
    expect(lookOf([one('sampling')]).colour).toBe('cyan');
    expect(lookOf([one('deployed')]).colour).toBe('green');
    expect(lookOf([one('cancelled')]).colour).toBe('red');
    expect(lookOf([one('context')]).colour).toBe('grey');
  });

  it('shows by colour and by outline what nobody confirmed', () => {
    expect(lookOf([one('designing', 'reported')])).toMatchObject({
      colour: 'amber',
      outline: 'dashed',
    });
    expect(lookOf([one('designing', 'rumoured')])).toMatchObject({
      colour: 'amber',
      outline: 'dotted',
    });
    expect(lookOf([one('designing')]).outline).toBe('solid');
  });

  it('keeps market context grey, whoever says it', () => {
    expect(lookOf([one('context', 'reported')])).toMatchObject({
      colour: 'grey',
      outline: 'dashed',
    });
  });

  it('counts several announcements', () => {
    const { symbol } = lookOf([one('sampling'), one('sampling'), one('deployed')]);
    expect(symbol).toEqual({ kind: 'text', text: '3' });
    const many = Array.from({ length: 130 }, () => one('sampling'));
    expect(lookOf(many).symbol).toEqual({ kind: 'text', text: '99+' });
  });

  it('keeps the colour that several share, else takes the accent', () => {
    expect(lookOf([one('sampling'), one('sampling')]).colour).toBe('cyan');
    expect(lookOf([one('sampling'), one('deployed')]).colour).toBe('accent');
  });

  it('draws several with the outline of the best founded one', () => {
    const reported = one('designing', 'reported');
    const rumoured = one('designing', 'rumoured');
    expect(lookOf([rumoured, reported]).outline).toBe('dashed');
    expect(lookOf([rumoured, reported, one('announced')]).outline).toBe('solid');
    expect(lookOf([rumoured, rumoured]).outline).toBe('dotted');
  });
});
