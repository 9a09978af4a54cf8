import { TROUBLES } from '@ride/messaging';
import { examples } from './examples.js';

const INTRODUCTION = `# How a service is

Every service answers three probes on its port, without a token. They ask nobody: what they answer is what the parts of the service
know already, so asking costs nothing. They name no address, no person, and no error's text (that is in the log). This page is made
from the code by \`npm run docs\`; a test fails when it is stale.

<!-- prettier-ignore -->
| probe | the question | 503 means |
| --- | --- | --- |
| \`GET /health/live\` | should it be restarted? | \`needs_restart\`: something has stood still for 5 minutes that only a restart mends. Never while a store is out of reach, nor for 5 minutes afterwards: a restart would mend nothing |
| \`GET /health/ready\` | can it do its work now? | \`not_ready\`, with what keeps it from it. It is ready again by itself when that is over |
| \`GET /health/started\` | has it migrated its database and joined its groups? | \`not_started\`, with what it waits for. Once it has started this stays 200. Until then it answers nothing but probes |

An answer of 503 is a problem (RFC 9457) that lists every trouble: a stable code, the part that has it, since when, and what to do.
`;

const AFTER_EXAMPLE = `
\`figures\` of \`/health/ready\` are for information: how many partitions a consumer has, how many records it has not heard yet (in all,
and in the partition that has the most), how old the first fact of the outbox is (milliseconds), how many facts the broker has refused.
A lag is no trouble while it moves.

## Troubles
`;

const ENDING = `
## For whoever routes and restarts

As Kubernetes has it; the times that a trouble takes to be one are in the table, so the probes themselves need no patience.

\`\`\`yaml
startupProbe: { httpGet: { path: /health/started, port: 13001 }, periodSeconds: 2, failureThreshold: 60 }
livenessProbe: { httpGet: { path: /health/live, port: 13001 }, periodSeconds: 10, timeoutSeconds: 5 }
readinessProbe: { httpGet: { path: /health/ready, port: 13001 }, periodSeconds: 5, failureThreshold: 2 }
\`\`\`

While Kafka is away a service still accepts requests: they are in its outbox with the 202. It is not ready all the same, since nothing
comes of them until Kafka is back; who would rather have them accepted routes by \`/health/started\`. At a stop it is \`draining\`, and
still answers, until it has ended what it has begun.
`;

/** The whole of docs/health.md. */
export function healthPage(): string {
  const rows = Object.entries(TROUBLES).map(([code, { means, todo }]) => `| \`${code}\` | ${means} | ${todo} |`);
  return [
    INTRODUCTION,
    `\`\`\`json\n${JSON.stringify(examples.notReady, null, 2)}\n\`\`\``,
    AFTER_EXAMPLE,
    ['<!-- prettier-ignore -->', '| code | what it means | what to do |', '| --- | --- | --- |', ...rows].join('\n'),
    ENDING,
  ].join('\n');
}
