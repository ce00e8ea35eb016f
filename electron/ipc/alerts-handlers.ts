import type { TapeoutHandlers } from '../../src/shared/ipc/contract';
import type { AlertService } from '../core/alerts/alert-service';
import type { RulesTransfer } from '../core/alerts/rules-transfer';

export interface AlertsHandlerParts {
  readonly alerts: Pick<
    AlertService,
    | 'list'
    | 'create'
    | 'update'
    | 'setEnabled'
    | 'remove'
    | 'restore'
    | 'mute'
    | 'firings'
    | 'replay'
    | 'acknowledge'
  >;
  readonly rulesTransfer: Pick<RulesTransfer, 'importRules' | 'exportRules'>;
}

export function createAlertsHandlers({
  alerts,
  rulesTransfer,
}: AlertsHandlerParts): TapeoutHandlers['alerts'] {
  return {
    list: () => alerts.list(),
    create: ({ rule }) => alerts.create(rule),
    update: ({ id, rule }) => alerts.update(id, rule),
    setEnabled: ({ ids, enabled }) => alerts.setEnabled(ids, enabled),
    remove: ({ ids }) => alerts.remove(ids),
    restore: ({ ids }) => alerts.restore(ids),
    mute: ({ until }) => alerts.mute(until),
    firings: (query) => alerts.firings(query),
    replay: ({ id }) => alerts.replay(id),
    acknowledge: ({ ids }) => alerts.acknowledge(ids),
    importRules: ({ text }) => rulesTransfer.importRules(text),
    exportRules: async () => ({ text: await rulesTransfer.exportRules() }),
  };
}
