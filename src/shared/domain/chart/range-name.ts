/** Spans of time that a chart shows at one click, counted back from the newest session. */
export const RANGE_NAMES = ['1D', '5D', '1M', '6M', 'YTD', '1Y', '5Y', 'All'] as const;
export type RangeName = (typeof RANGE_NAMES)[number];
