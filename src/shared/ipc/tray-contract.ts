import { z } from 'zod/mini';
import { invoke } from './build';

/** How the app lives without its window. Most of it are settings. */
export const trayContract = {
  /** Whether a panel shows the app's icon at this moment. */
  isReachable: invoke(z.undefined())<{ readonly isReachable: boolean }>(),
  /** Tells the system, and remembers it where that did as told. */
  setStartAtLogin: invoke(z.strictObject({ isOn: z.boolean() }))<{ readonly isSet: boolean }>(),
} as const;
