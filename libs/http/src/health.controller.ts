import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Runtime } from '@ride/messaging';
import { DataSource } from 'typeorm';
import { Public } from './allow.js';
import { problems } from './problem.js';

/** Whether the process lives, and whether it can do its work: for whoever restarts it, and whoever sends it requests. */
@ApiTags('health')
@Controller('health')
@Public()
export class HealthController {
  constructor(
    private readonly runtime: Runtime,
    private readonly data: DataSource,
  ) {}

  @Get('live')
  live() {
    return { status: 'up' };
  }

  @Get('ready')
  async ready() {
    await this.data.query('SELECT 1').catch((error: unknown) => {
      throw problems.not_ready(error);
    });
    const { relay, positions, consumers } = this.runtime.health();
    const wrong = [relay, positions, ...consumers].flatMap(({ ok, reason }) => (ok ? [] : [reason ?? 'unknown']));
    if (wrong.length > 0) throw problems.not_ready(new Error(wrong.join('; ')));
    return { status: 'up' };
  }
}
