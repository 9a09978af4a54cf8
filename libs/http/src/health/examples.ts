import type { Report, Trouble } from '@ride/messaging';
import { problems } from '../problem.js';
import { bodyOf } from '../problem-body.js';
import { shown } from './shown.js';

const since = Date.UTC(2026, 10, 25, 8, 0, 12);
const figures = {
  relay: { oldestMs: null, refused: 0 },
  'consumer booking': { partitions: 12, lag: 0, greatestLag: 0 },
};

const problem = (
  kind: 'needs_restart' | 'not_ready' | 'not_started',
  troubles: readonly Trouble[],
  report: Partial<Report> = {},
) => {
  const problem = problems[kind](shown({ troubles, figures: {}, ...report }));
  return bodyOf(problem, '01a21044-98be-71cf-a7d5-4bb8552fbabf');
};

/** Answers of the probes, as OpenAPI shows them. */
export const examples = {
  up: { status: 'up', ...shown({ troubles: [], figures: {} }) },
  ready: { status: 'up', ...shown({ troubles: [], figures }) },
  hopeless: problem('needs_restart', [
    { code: 'unit_stuck', part: 'consumer booking', since, what: 'It has been busy with the same records for 30 s.' },
  ]),
  notReady: problem(
    'not_ready',
    [{ code: 'database_unreachable', part: 'database', since, what: 'The database does not answer.' }],
    { figures },
  ),
  notStarted: problem('not_started', [
    { code: 'starting', part: 'service', since, what: 'It has not joined its groups yet.' },
    { code: 'consumer_not_joined', part: 'consumer booking', since, what: 'It is not in its group.' },
  ]),
} as const;
