import type { SessionPoint } from '../../../chart/session/session-chart-types';
import type { SessionLine } from '../../../shared/domain/session-line/session-line';

export interface SessionPlotProps {
  readonly label: string;
  readonly decimals: number;
  /** What the legend speaks of: the slot that is pointed at, else the last one that has traded. */
  readonly onpoint: (line: SessionLine | null, point: SessionPoint | null) => void;
  readonly onpainted: () => void;
}
