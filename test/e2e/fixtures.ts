import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { PROJECT_DIR } from '../helpers/electron-under-test';

/** Recorded market data lies beside the project, never in it. */
export const BIG_TECH = resolve(PROJECT_DIR, '../shared/fixtures/big-tech-ohlcv');
export const hasBigTech = existsSync(BIG_TECH);
