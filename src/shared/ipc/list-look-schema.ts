import { z } from 'zod/mini';
import { LIST_COLUMNS, SORT_DIRECTIONS } from '../domain/watchlist/list-column';
import {
  DISPLAY_CURRENCIES,
  HEAT_SIZES,
  LIST_DENSITIES,
  LIST_GROUPINGS,
  type ListLook,
  TREND_PERIODS,
} from '../domain/watchlist/list-look';

/** How lists are shown, as the page may set it. */
export const listLook: z.ZodMiniType<ListLook> = z.strictObject({
  columns: z.array(z.enum(LIST_COLUMNS)).check(
    z.maxLength(LIST_COLUMNS.length),
    z.refine((all) => new Set(all).size === all.length),
  ),
  sort: z.nullable(
    z.strictObject({ by: z.enum(['name', ...LIST_COLUMNS]), direction: z.enum(SORT_DIRECTIONS) }),
  ),
  grouping: z.enum(LIST_GROUPINGS),
  density: z.enum(LIST_DENSITIES),
  period: z.enum(TREND_PERIODS),
  heatSize: z.enum(HEAT_SIZES),
  displayCurrency: z.enum(DISPLAY_CURRENCIES),
});
