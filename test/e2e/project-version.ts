import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_DIR } from '../helpers/electron-under-test';

export function readProjectVersion(): string {
  const text = readFileSync(join(PROJECT_DIR, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
