import { describe, expect, it } from 'vitest';
import { helpText, OPTIONS } from '../../../../electron/app/command-line-options';

describe('helpText', () => {
  const lines = helpText().split('\n');

  it('has one line for every option', () => {
    for (const { name } of OPTIONS) {
      expect(lines.filter((line) => line.startsWith(`  --${name} `))).toHaveLength(1);
    }
  });

  it('sets all explanations in one column', () => {
    const columns = OPTIONS.map(({ help }) => lines.find((line) => line.endsWith(help))).map(
      (line) => /^ {2}\S+(?: \S+)? {2,}/.exec(line ?? '')?.[0].length,
    );
    expect(new Set(columns).size).toBe(1);
  });

  it('fits a terminal of 100 columns and ends with a newline', () => {
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(lines.at(-1)).toBe('');
  });
});
