import { describe, expect, it } from 'vitest';
import { piecesOf, wholeOf } from '../../../../../electron/core/transfer/list-process-messages';
import type { ListAnswer } from '../../../../../electron/core/transfer/list-text-reader-port';
import { readText } from '../../../shared/domain/formats/watchlist/list-context';

function answerOf(rows: number): ListAnswer {
  const result = readText('NASDAQ:NVDA\n'.repeat(rows), { wish: { format: 'tradingview' } });
  return { result, encoding: { used: 'utf-8', certain: true } };
}

describe('an answer in pieces', () => {
  it.each([1, 500, 501, 20_000, 20_001])('is whole again, of %i rows', (rows) => {
    const answer = answerOf(rows);
    const pieces = [...piecesOf(answer)];
    const last = pieces.pop();
    const sent = pieces.flatMap((piece) => (piece.kind === 'rows' ? piece.rows : []));
    expect(pieces.every((piece) => piece.kind === 'rows' && piece.rows.length <= 500)).toBe(true);
    expect(pieces).toHaveLength(Math.ceil(Math.min(rows, 20_000) / 500));
    expect(last?.kind === 'rest' && wholeOf(sent, last.answer)).toEqual(answer);
  });

  it('is one piece where there is no list', () => {
    const answer: ListAnswer = { result: readText(''), encoding: null };
    expect([...piecesOf(answer)]).toEqual([{ kind: 'rest', answer }]);
    expect(wholeOf([], answer)).toEqual(answer);
  });
});
