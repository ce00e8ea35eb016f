import { vi } from 'vitest';
import {
  type DeskUnderTest,
  type DeskUnderTestOptions,
  startDesk,
} from '../../../helpers/desk-under-test';

/** A started desk with its announcements. */
export async function industryDesk(options: DeskUnderTestOptions = {}): Promise<DeskUnderTest> {
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  const made = await startDesk(options);
  await made.desk.timeline.load();
  return made;
}

export function endDesk({ desk, data }: DeskUnderTest): void {
  desk.dispose();
  data.dispose();
  vi.unstubAllGlobals();
}
