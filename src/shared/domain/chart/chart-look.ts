/** How bars are drawn. `hollow` colours by the change against the previous close, the others by open and close. */
export const CHART_STYLES = ['candles', 'hollow', 'bars', 'line', 'area', 'heikin-ashi'] as const;
export type ChartStyle = (typeof CHART_STYLES)[number];

/** What the price axis counts; `percent` is the change against the first bar in view. */
export const PRICE_SCALES = ['normal', 'log', 'percent'] as const;
export type PriceScale = (typeof PRICE_SCALES)[number];

/** Bodies of rising candles; `hollow` tells the direction by shape as well as by colour. */
export const RISING_BODIES = ['filled', 'hollow'] as const;
export type RisingBodies = (typeof RISING_BODIES)[number];
