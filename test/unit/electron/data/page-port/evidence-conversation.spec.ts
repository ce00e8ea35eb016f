import { describe, expect, it } from 'vitest';
import { EvidenceConversation } from '../../../../../electron/data/page-port/evidence-conversation';
import type { EvidenceReply } from '../../../../../src/shared/ipc/evidence-port';
import { questionAt } from '../../../../helpers/study-bars';

type Studies = ConstructorParameters<typeof EvidenceConversation>[0];

function conversation(studies: Partial<Studies> = {}) {
  const told: EvidenceReply[] = [];
  const made = new EvidenceConversation(
    {
      study: () => Promise.reject(new Error('not asked')),
      studyFamily: () => Promise.reject(new Error('not asked')),
      ...studies,
    },
    { make: async () => null },
    (reply) => void told.push(reply),
  );
  return { made, told };
}

const family = { members: [], settings: questionAt(1).settings, until: null };

describe('a conversation about evidence', () => {
  it('answers under the number of the question', async () => {
    const answer = { source: null } as never;
    const { made } = conversation({ study: async () => answer });
    const question = questionAt(1);
    expect(await made.answer({ kind: 'study-event', request: 4, question })).toEqual({
      ...{ kind: 'event-studied', request: 4, answer },
    });
    expect(await made.answer({ kind: 'make-bundle', request: 5, order: {} as never })).toEqual({
      ...{ kind: 'bundle-made', request: 5, files: null },
    });
  });

  it('tells how far a family is, and ends one that is under way', async () => {
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    const { made, told } = conversation({
      studyFamily: async (_question, onProgress, signal) => {
        onProgress(0.5);
        await ended;
        return signal.aborted ? { kind: 'cancelled' } : ({ kind: 'done' } as never);
      },
    });
    const running = made.answer({ kind: 'study-family', request: 7, question: family });
    expect(told).toEqual([{ kind: 'study-progress', request: 7, part: 0.5 }]);
    expect(await made.answer({ kind: 'cancel-study', request: 8, of: 7 })).toEqual({
      ...{ kind: 'study-cancelled', request: 8 },
    });
    end();
    expect(await running).toEqual({
      ...{ kind: 'family-studied', request: 7, answer: { kind: 'cancelled' } },
    });
    // It is over: to end it once more does nothing.
    await made.answer({ kind: 'cancel-study', request: 9, of: 7 });
  });

  it('ends everything with its page', async () => {
    const signals: { readonly aborted: boolean }[] = [];
    const { made } = conversation({
      studyFamily: (_question, _onProgress, signal) => {
        signals.push(signal);
        return new Promise(() => undefined);
      },
    });
    void made.answer({ kind: 'study-family', request: 1, question: family });
    made.end();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it('keeps nothing of a family that failed', async () => {
    const { made } = conversation({ studyFamily: () => Promise.reject(new Error('broken')) });
    const asked = made.answer({ kind: 'study-family', request: 1, question: family });
    await expect(asked).rejects.toThrow('broken');
  });
});
