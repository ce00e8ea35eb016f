import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { HeadlessCommand, HeadlessParts } from './app/headless-command';
import type { Ending } from './app/launch';
import { renderBundleHtml } from '../src/shared/domain/event-study/bundle/bundle-html';
import type { EvidenceBundle } from '../src/shared/domain/event-study/bundle/evidence-bundle';
import { verifyBundle } from '../src/shared/domain/event-study/bundle/verify-bundle';
import { readStudySpec } from '../src/shared/domain/event-study/command/read-study-spec';
import { readStudyTable } from '../src/shared/domain/event-study/command/read-study-table';
import { isFault } from '../src/shared/domain/event-study/command/study-fault';
import { reportStudy } from '../src/shared/domain/event-study/command/study-report';
import { BUNDLE_WORDS } from '../src/shared/i18n/evidence/bundle-catalogue';
import { STDLIB_DISTRIBUTIONS } from '../src/shared/statistics/stdlib-distributions';

const EXIT_DONE = 0;
const EXIT_FAILED = 1;
/** What is asked for cannot be understood, as with a wrong command line. */
const EXIT_WRONG = 2;

/** Prints the statistics of the study that a file asks for, as one line of JSON. */
export async function eventStudy(
  { kind, spec: path }: Extract<HeadlessCommand, { kind: 'event-study' }>,
  _parts: HeadlessParts,
): Promise<Ending> {
  const text = await readText(path);
  if (!text.ok) return failed(kind, EXIT_FAILED, text);
  const spec = readStudySpec(text.value);
  if (isFault(spec)) return failed(kind, EXIT_WRONG, spec);
  const data = await readText(resolve(dirname(path), spec.data));
  if (!data.ok) return failed(kind, EXIT_FAILED, data);
  const table = readStudyTable(data.value);
  if (isFault(table)) return failed(kind, EXIT_WRONG, table);
  const report = reportStudy(spec, table, STDLIB_DISTRIBUTIONS);
  if (isFault(report)) return failed(kind, EXIT_WRONG, report);
  return { exitCode: EXIT_DONE, stdout: `${JSON.stringify(report)}\n`, stderr: '' };
}

/** Computes an evidence bundle again, compares it byte for byte, and prints one line of JSON. */
export async function verifyEvidence(
  { kind, file }: Extract<HeadlessCommand, { kind: 'verify-evidence' }>,
  _parts: HeadlessParts,
): Promise<Ending> {
  const text = await readText(file);
  if (!text.ok) return failed(kind, EXIT_FAILED, text);
  const verification = verifyBundle(text.value, { sha256, distributions: STDLIB_DISTRIBUTIONS });
  if (!verification.ok) {
    return {
      ...failed(kind, EXIT_FAILED, verification),
      stdout: `${JSON.stringify(verification)}\n`,
    };
  }
  const { bundle } = verification;
  const html = await compareHtml(file, bundle);
  const ok = html !== 'differs';
  return {
    exitCode: ok ? EXIT_DONE : EXIT_FAILED,
    stdout: `${JSON.stringify({ ok, dataHash: bundle.dataHash, appVersion: bundle.appVersion, html })}\n`,
    stderr: ok ? '' : errorLine(kind, 'the page beside the bundle is not what the bundle makes'),
  };
}

/** Whether the page beside a bundle, if there is one, is what the bundle makes. */
async function compareHtml(
  file: string,
  bundle: EvidenceBundle,
): Promise<'same' | 'differs' | 'absent'> {
  if (!file.endsWith('.json')) return 'absent';
  const html = await readText(`${file.slice(0, -'.json'.length)}.html`);
  if (!html.ok) return 'absent';
  return html.value === renderBundleHtml(bundle, BUNDLE_WORDS) ? 'same' : 'differs';
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

type FileText =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly fault: 'unreadable-file'; readonly message: string };

async function readText(path: string): Promise<FileText> {
  try {
    return { ok: true, value: await readFile(path, 'utf8') };
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return { ok: false, fault: 'unreadable-file', message: `cannot read ${path} (${reason})` };
  }
}

/** For a program on stdout, for a person on stderr. */
function failed(
  kind: HeadlessCommand['kind'],
  exitCode: number,
  { fault, message }: { readonly fault: string; readonly message: string },
): Ending {
  const stdout = `${JSON.stringify({ ok: false, fault, message })}\n`;
  return { exitCode, stdout, stderr: errorLine(kind, message) };
}

function errorLine(kind: HeadlessCommand['kind'], message: string): string {
  return `tapeout: --${kind}: ${message.replaceAll(/\s*[\r\n]+\s*/g, ' ')}\n`;
}
