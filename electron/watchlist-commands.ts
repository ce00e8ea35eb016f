import { basename, resolve } from 'node:path';
import { listFileName, listNameOf } from '../src/shared/domain/formats/watchlist/list-file-name';
import {
  LIST_FORMATS,
  WRITTEN_LIST_FORMATS,
} from '../src/shared/domain/formats/watchlist/list-format';
import { documentOf, draftsOf } from '../src/shared/domain/formats/watchlist/list-document';
import { LIST_LIMITS } from '../src/shared/domain/formats/watchlist/list-limits';
import type { ListReading, ListResult } from '../src/shared/domain/formats/watchlist/list-reading';
import { cleanLine } from '../src/shared/domain/announcement/curation/clean-text';
import { cutText } from '../src/shared/domain/formats/watchlist/cut-text';
import { listDocument, listName } from '../src/shared/domain/watchlist/list-document';
import type { DocumentTarget } from '../src/shared/domain/watchlist/watchlist-answer';
import { quoted } from './app/command-line';
import type { HeadlessCommand, HeadlessParts } from './app/headless-command';
import type { Ending } from './app/launch';
import { jsonLine, lossWords, rowWords } from './app/list-command-words';
import { readListFile, writeListFile } from './app/list-files';
import { EXIT_USER_DATA_TAKEN } from './app/single-instance';
import { type ListDesk, listTexts, lookAtLists, openLists, SEED_NAMES } from './watchlist-desk';

type ImportCommand = Extract<HeadlessCommand, { kind: 'import-watchlist' }>;
type FailedReading = Extract<ListResult, { ok: false }>;
type ExportCommand = Extract<HeadlessCommand, { kind: 'export-watchlist' }>;

const EXIT_FAILED = 1;
const EXIT_BAD_COMMAND_LINE = 2;
const UNNAMED = 'List';

/**
 * Takes a list in from a file. Into the list of that name where there is one, so that the same file
 * taken in twice changes nothing; into a new one otherwise.
 */
export async function importWatchlist(
  command: ImportCommand,
  parts: HeadlessParts,
): Promise<Ending> {
  const format = LIST_FORMATS.find((known) => known === command.format);
  if (command.format !== null && !format) return wrongFormat(command, LIST_FORMATS);
  const file = await readListFile(command.file, LIST_LIMITS.fileBytes);
  if (!file.ok) return failed(command, `${quoted(command.file)} ${file.message}`);
  const opening = command.dryRun ? lookAtLists(parts) : openLists(parts);
  if (!opening.ok) return opening.isTaken ? taken(command) : failed(command, opening.message);
  const { desk } = opening;
  try {
    const texts = await listTexts(parts, desk.learned);
    const question = { encoding: null, wish: { format }, choices: new Map() };
    const source = { fileName: basename(command.file), bytes: file.bytes };
    const answer = await texts.read(source, question, new AbortController().signal);
    if (answer === null) throw new Error('the reading was ended');
    return answer.result.ok
      ? takeIn(command, answer.result.reading, desk)
      : noList(command, answer.result);
  } finally {
    desk.close();
  }
}

function noList(command: ImportCommand, { reason, format, line }: FailedReading): Ending {
  const where = line === null ? '' : ` at line ${line}`;
  const file = quoted(command.file);
  return failed(command, `${file} is no list of the form ${format}${where}: ${reason}`);
}

function takeIn(command: ImportCommand, reading: ListReading, desk: ListDesk): Ending {
  const given = command.name ?? (reading.name || listNameOf(basename(command.file)));
  const name = cutText(cleanLine(given), LIST_LIMITS.name) || UNNAMED;
  const document = documentOf(reading, name);
  const target = targetOf(name, desk);
  const { valid, duplicate, warning: warnings, invalid } = reading.counts;
  const told = rowWords(reading) + draftWords(reading);
  const result = desk.take({ document, target, names: SEED_NAMES.en });
  if (!result.ok) return failed(command, `${result.reason}; nothing was changed`, told);
  const { added, merged } = result;
  const stdout = jsonLine({ name, added, duplicates: duplicate + merged, warnings, invalid });
  const isNothing = valid + warnings + duplicate === 0;
  return { exitCode: isNothing ? EXIT_FAILED : 0, stdout, stderr: told };
}

function targetOf(name: string, { lists }: ListDesk): DocumentTarget {
  const found = lists.find((list) => namesOf(list).includes(name));
  return found ? { kind: 'merge', listId: found.id } : { kind: 'new' };
}

/** Writes a list to a file; where no file is named, to a new one in this folder, named after the list. */
export async function exportWatchlist(
  command: ExportCommand,
  parts: HeadlessParts,
): Promise<Ending> {
  const format = WRITTEN_LIST_FORMATS.find((known) => known === command.format);
  if (!format) return wrongFormat(command, WRITTEN_LIST_FORMATS);
  const opening = lookAtLists(parts);
  if (!opening.ok) return failed(command, opening.message);
  const { lists, learned } = opening.desk;
  const list = lists.find((each) => namesOf(each).includes(command.name));
  if (!list) {
    const known = lists.map((each) => quoted(listName(each, SEED_NAMES.en))).join(', ');
    return failed(
      command,
      `there is no list ${quoted(command.name)}; known are ${known || 'none'}`,
    );
  }
  const names =
    listName(list, SEED_NAMES.en) === command.name ? SEED_NAMES.en : SEED_NAMES['zh-CN'];
  const document = listDocument(list, names);
  const { text, written, lost } = await (await listTexts(parts, learned)).write(format, document);
  const path = command.out ?? resolve(listFileName(document.name, format));
  const fault = await writeListFile(path, text, command.out !== null);
  if (fault !== null) return failed(command, `${quoted(path)} ${fault}`);
  const count = lost.reduce((sum, loss) => sum + loss.count, 0);
  const stdout = jsonLine({ name: document.name, format, written, lost: count });
  return { exitCode: 0, stdout, stderr: lossWords(lost) };
}

/** A list of the first set is known by its name in either language. */
function namesOf(list: ListDesk['lists'][number]): readonly string[] {
  return [listName(list, SEED_NAMES.en), listName(list, SEED_NAMES['zh-CN'])];
}

function draftWords(reading: ListReading): string {
  const { length } = draftsOf(reading);
  return length === 0
    ? ''
    : `price limits in the file: ${length}; the window makes alerts of them\n`;
}

function wrongFormat(
  { kind, format }: ImportCommand | ExportCommand,
  known: readonly string[],
): Ending {
  const message = `--format ${quoted(format ?? '')} is none of ${known.join(', ')}`;
  return {
    exitCode: EXIT_BAD_COMMAND_LINE,
    stdout: '',
    stderr: `tapeout: --${kind}: ${message}\n`,
  };
}

function failed({ kind }: ImportCommand | ExportCommand, message: string, told = ''): Ending {
  return { exitCode: EXIT_FAILED, stdout: '', stderr: `${told}tapeout: --${kind}: ${message}\n` };
}

function taken({ kind }: ImportCommand): Ending {
  const stderr = `tapeout: --${kind}: a running Tapeout has this user data; close it, or import in its window\n`;
  return { exitCode: EXIT_USER_DATA_TAKEN, stdout: '', stderr };
}
