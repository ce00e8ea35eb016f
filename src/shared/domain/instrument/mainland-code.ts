import type { InstrumentKind } from './instrument';

/** What the first digits of a six-digit code say. The ranges are those of the two exchanges. */
interface CodeRange {
  readonly mic: 'XSHG' | 'XSHE';
  readonly pattern: RegExp;
  readonly kind: InstrumentKind;
  readonly currency: string;
}

const RANGES: readonly CodeRange[] = [
  { mic: 'XSHG', pattern: /^(60[0135]|68[89])/, kind: 'share', currency: 'CNY' },
  { mic: 'XSHG', pattern: /^900/, kind: 'share', currency: 'USD' },
  { mic: 'XSHG', pattern: /^5[168]/, kind: 'etf', currency: 'CNY' },
  { mic: 'XSHE', pattern: /^(00[0-3]|30[0-2])/, kind: 'share', currency: 'CNY' },
  { mic: 'XSHE', pattern: /^200/, kind: 'share', currency: 'HKD' },
  { mic: 'XSHE', pattern: /^159/, kind: 'etf', currency: 'CNY' },
  { mic: 'XSHE', pattern: /^399/, kind: 'index', currency: 'CNY' },
];
/** Shanghai's own indices have the numbers of Shenzhen's main board. */
const SHANGHAI_INDEX: CodeRange = {
  ...{ mic: 'XSHG', pattern: /^000/ },
  ...{ kind: 'index', currency: 'CNY' },
};
const BEIJING = /^(4[03]|8[2378]|92)\d{4}$/;

/** The mainland exchange whose shares, funds or indices have such codes; null where neither has. */
export function mainlandMic(code: string): 'XSHG' | 'XSHE' | null {
  if (!/^\d{6}$/.test(code)) return null;
  return RANGES.find(({ pattern }) => pattern.test(code))?.mic ?? null;
}

/** True for codes of the exchange in Beijing, which has no data here. */
export function isBeijingCode(code: string): boolean {
  return BEIJING.test(code);
}

/** Kind and currency of a mainland code at its exchange; null where its range is not known. */
export function mainlandRange(
  mic: string,
  code: string,
): Pick<CodeRange, 'kind' | 'currency'> | null {
  const range = [...RANGES, SHANGHAI_INDEX].find(
    ({ mic: own, pattern }) => own === mic && pattern.test(code),
  );
  return range ? { kind: range.kind, currency: range.currency } : null;
}
