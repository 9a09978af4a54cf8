import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import { Probes, TROUBLES, type Report } from '@ride/messaging';
import { Public } from '../allow.js';
import { problems, type Problem } from '../problem.js';
import { examples } from './examples.js';
import { shown } from './shown.js';

const CODES = Object.keys(TROUBLES).join(', ');
const Up = ApiOkResponse({ description: 'yes', example: examples.up });

/**
 * How the service is, for whoever routes requests to it and restarts it. Anybody may ask, and asking costs nothing: the
 * answer is what its parts know already, and it names no address and no person.
 */
@ApiTags('health')
@Controller('health')
@Public()
export class HealthController {
  constructor(private readonly probes: Probes) {}

  @Get('live')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Liveness: 503 when it should be restarted, and only when that can help' })
  @Up
  @ApiServiceUnavailableResponse({ description: '`needs_restart`', example: examples.hopeless })
  live() {
    return answer(this.probes.live(), problems.needs_restart);
  }

  @Get('ready')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Readiness: can it do its work now? If not, what keeps it from it' })
  @ApiOkResponse({ description: 'yes; figures are for information', example: examples.ready })
  @ApiServiceUnavailableResponse({
    description: `\`not_ready\`; codes of troubles: ${CODES}`,
    example: examples.notReady,
  })
  ready() {
    return answer(this.probes.ready(), problems.not_ready);
  }

  @Get('started')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'Startup: has it migrated its database and joined its groups? Once it has, this stays 200' })
  @Up
  @ApiServiceUnavailableResponse({ description: '`not_started`', example: examples.notStarted })
  started() {
    return answer(this.probes.started(), problems.not_started);
  }
}

function answer(report: Report, problem: (beside: object) => Problem) {
  const body = shown(report);
  if (report.troubles.length > 0) throw problem(body);
  return { status: 'up', ...body };
}
