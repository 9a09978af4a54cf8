import { Controller, Get, Header } from '@nestjs/common';
import { Probes, TROUBLES, type Report } from '@ride/messaging';
import { Public } from '../allow.js';
import { Unlimited } from '../limits/limit.js';
import { Operation } from '../openapi/operation.js';
import { Tag } from '../openapi/tag.js';
import { problems, type Problem } from '../problem.js';
import { examples, reports } from './examples.js';
import { Health, shown, ShownReport } from './shown.js';

const CODES = Object.keys(TROUBLES).join(', ');

/**
 * How the service is, for whoever routes requests to it and restarts it. Anybody may ask, and asking costs nothing: the
 * answer is what its parts know already, and it names no address and no person.
 */
@Tag('health', 'How the service is, for whoever routes requests to it and restarts it')
@Controller('health')
@Public()
@Unlimited()
export class HealthController {
  constructor(private readonly probes: Probes) {}

  @Get('live')
  @Header('cache-control', 'no-store')
  @Operation({
    id: 'getLiveness',
    summary: 'Liveness: 503 when it should be restarted, and only when that can help',
    answers: { 200: { description: 'nothing that a restart would mend', body: Health, example: examples.up } },
    refuses: [problems.needs_restart(reports.hopeless)],
    problemsShow: ShownReport,
  })
  live() {
    return answer(this.probes.live(), problems.needs_restart);
  }

  @Get('ready')
  @Header('cache-control', 'no-store')
  @Operation({
    id: 'getReadiness',
    summary: 'Readiness: can it do its work now? If not, what keeps it from it',
    description: `Codes of troubles: ${CODES}.`,
    answers: { 200: { description: 'yes; figures are for information', body: Health, example: examples.ready } },
    refuses: [problems.not_ready(reports.notReady)],
    problemsShow: ShownReport,
  })
  ready() {
    return answer(this.probes.ready(), problems.not_ready);
  }

  @Get('started')
  @Header('cache-control', 'no-store')
  @Operation({
    id: 'getStartup',
    summary: 'Startup: has it migrated its database and joined its groups? Once it has, this stays 200',
    answers: { 200: { description: 'yes', body: Health, example: examples.up } },
    refuses: [problems.not_started(reports.notStarted)],
    problemsShow: ShownReport,
  })
  started() {
    return answer(this.probes.started(), problems.not_started);
  }
}

function answer(report: Report, problem: (beside: object) => Problem) {
  const body = shown(report);
  if (report.troubles.length > 0) throw problem(body);
  return { status: 'up' as const, ...body };
}
