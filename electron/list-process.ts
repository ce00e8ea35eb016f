import { createSymbolResolver } from '../src/shared/domain/instrument/resolve-symbol';
import { type ListOrder, piecesOf } from './core/transfer/list-process-messages';
import { readInTurns } from './core/transfer/read-in-turns';

/** Nobody else waits for a turn here, and who ends the reading ends the process. */
const alone = { pause: () => Promise.resolve(), signal: new AbortController().signal };

process.parentPort.once('message', async ({ data }) => {
  const { source, question, known } = data as ListOrder;
  const resolver = createSymbolResolver(known.codes, known.instruments);
  const answer = await readInTurns(source, question, resolver, alone);
  if (answer === null) return;
  for (const piece of piecesOf(answer)) process.parentPort.postMessage(piece);
});
