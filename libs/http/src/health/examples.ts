import type { Report, Trouble } from '@ride/messaging';
import { problems } from '../problem.js';
import { bodyOf } from '../problem-body.js';
import { shown } from './shown.js';

const since = Date.UTC(2026, 10, 25, 8, 0, 12);
const figures = {
  relay: { oldestMs: null, refused: 0 },
  'consumer booking': { partitions: 12, lag: 0, greatestLag: 0 },
};

const report = (troubles: readonly Trouble[], more: Partial<Report> = {}) => shown({ troubles, figures: {}, ...more });

/** What the probes have to say, for instance. */
export const reports = {
  hopeless: report([
    { code: 'unit_stuck', part: 'consumer booking', since, what: 'It has been busy with the same records for 30 s.' },
  ]),
  notReady: report([{ code: 'database_unreachable', part: 'database', since, what: 'The database does not answer.' }], {
    figures,
  }),
  notStarted: report([
    { code: 'starting', part: 'service', since, what: 'It has not joined its groups yet.' },
    { code: 'consumer_not_joined', part: 'consumer booking', since, what: 'It is not in its group.' },
  ]),
};

/** Answers of the probes, as OpenAPI and docs/health.md show them. */
export const examples = {
  up: { status: 'up', ...report([]) },
  ready: { status: 'up', ...report([], { figures }) },
  notReady: bodyOf(problems.not_ready(reports.notReady), '01a21044-98be-71cf-a7d5-4bb8552fbabf'),
} as const;
