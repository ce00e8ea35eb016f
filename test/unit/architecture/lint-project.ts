import { dirname, join, relative } from 'node:path';
import { ESLint } from 'eslint';
import { PROJECT_DIR } from '../../helpers/electron-under-test';

const eslint = new ESLint({ cwd: PROJECT_DIR });

/** Rules that hold the arrows, among all those that a text may break. */
const ARROW_RULES: ReadonlySet<string> = new Set([
  'import-x/no-restricted-paths',
  'no-restricted-imports',
]);

/** How a file writes the import of another one of the project. */
export function specifier(from: string, to: string): string {
  const path = relative(dirname(from), to).replaceAll('\\', '/');
  const written = path.replace(/\.ts$/, '');
  return written.startsWith('.') ? written : `./${written}`;
}

/**
 * Lints statements as one imagined file with the project's own configuration.
 *
 * @returns the statements that an arrow rule refuses
 * @throws Error where the text cannot be read at all
 */
export async function refusedStatements(
  file: string,
  statements: readonly string[],
): Promise<string[]> {
  const isSvelte = file.endsWith('.svelte');
  const lines = isSvelte ? ['<script lang="ts">', ...statements, '</script>'] : [...statements];
  const [result] = await eslint.lintText(`${lines.join('\n')}\n`, {
    filePath: join(PROJECT_DIR, file),
  });
  const messages = result?.messages ?? [];
  const fatal = messages.find((message) => message.fatal);
  if (fatal || !result) throw new Error(`${file} was not linted: ${fatal?.message ?? 'ignored'}`);
  const refused = new Set(
    messages.filter(({ ruleId }) => ruleId && ARROW_RULES.has(ruleId)).map(({ line }) => line),
  );
  return lines.filter((_statement, index) => refused.has(index + 1));
}

/** All errors of a text, as rule names. */
export async function lintErrors(file: string, text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath: join(PROJECT_DIR, file) });
  return (result?.messages ?? []).map(({ ruleId }) => ruleId);
}
