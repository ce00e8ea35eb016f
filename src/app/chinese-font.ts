/**
 * The typeface of Chinese text: a hundred slices, each loaded when its characters occur. Their list
 * alone is longer than all other styles together, so the first paint does not wait for it.
 */
export const chineseFont = import('@fontsource-variable/noto-sans-sc/index.css');
