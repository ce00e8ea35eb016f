import type { TapeoutHandlers } from '../../src/shared/ipc/contract';
import type { OpenResult } from '../../src/shared/ipc/open-result';
import type { TimelineService } from '../core/timeline/timeline-service';

export interface TimelineHandlerParts {
  readonly timeline: Pick<TimelineService, 'list' | 'get' | 'sourceUrl'>;
  readonly openLink: (address: string) => Promise<OpenResult>;
}

export function createTimelineHandlers(parts: TimelineHandlerParts): TapeoutHandlers['timeline'] {
  return {
    list: () => parts.timeline.list(),
    get: ({ id }) => parts.timeline.get(id),
    async openSource({ id, sourceIndex }) {
      const address = await parts.timeline.sourceUrl(id, sourceIndex);
      return address ? parts.openLink(address.url) : { ok: false, reason: 'unknown-source' };
    },
  };
}
