import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * Starts a child, kills it (SIGKILL) as soon as it has printed `lines` lines, and gives every line
 * that it printed before it was dead.
 */
export async function runUntilKilled(
  file: string,
  args: readonly string[],
  lines: number,
): Promise<readonly string[]> {
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const errors: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => errors.push(text));
  const ended = new Promise<NodeJS.Signals | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (_, signal) => resolve(signal));
  });
  const printed: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    printed.push(line);
    if (printed.length === lines) child.kill('SIGKILL');
  }
  const signal = await ended;
  if (signal !== 'SIGKILL') throw new Error(`the child ended by itself: ${errors.join('')}`);
  return printed;
}
