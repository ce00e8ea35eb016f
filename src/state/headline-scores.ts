import type { HeadlineLexicon } from '../shared/domain/feeds/headline-lexicon';
import type { InboxItem } from '../shared/domain/feeds/feed';
import { type HeadlineScore, scoreHeadline } from '../shared/domain/feeds/score-headline';

interface Scored {
  readonly title: string;
  readonly summary: string;
  readonly score: HeadlineScore;
}

/** Scores each headline once, however often it is asked for; another lexicon begins anew. */
export class HeadlineScores {
  private scores = new Map<number, Scored>();
  private scoredWith: HeadlineLexicon | null = null;

  of(item: InboxItem, lexicon: HeadlineLexicon): HeadlineScore {
    if (lexicon !== this.scoredWith) this.scores = new Map();
    this.scoredWith = lexicon;
    const { id, title, summary } = item;
    const known = this.scores.get(id);
    if (known?.title === title && known.summary === summary) return known.score;
    const score = scoreHeadline(item, lexicon);
    this.scores.set(id, { title, summary, score });
    return score;
  }
}
