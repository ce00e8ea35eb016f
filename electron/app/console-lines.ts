/** For machines: one line to stdout. Nothing else may write there. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** For whoever reads the console: one line to stderr. */
export function complain(line: string): void {
  process.stderr.write(`${line}\n`);
}
