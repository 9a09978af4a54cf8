import { Controller, Get } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { ApiTags } from '@nestjs/swagger';
import { FactServer } from '@ride/messaging';
import { DataSource } from 'typeorm';
import { Public } from './allow.js';
import { problems } from './problem.js';

/** Whether the process lives, and whether it can do its work: for whoever restarts it, and whoever sends it requests. */
@ApiTags('health')
@Controller('health')
@Public()
export class HealthController {
  constructor(
    private readonly modules: ModuleRef,
    private readonly data: DataSource,
  ) {}

  @Get('live')
  live() {
    return { status: 'up' };
  }

  @Get('ready')
  async ready() {
    try {
      await this.data.query('SELECT 1');
    } catch (error) {
      throw problems.temporarily_unavailable(error);
    }
    const facts = this.modules.get(FactServer, { strict: false }).health();
    if (!facts.up) throw problems.temporarily_unavailable(new Error(facts.why));
    return { status: 'up' };
  }
}
