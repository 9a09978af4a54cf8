import { Controller, Get, Module, Req, Res, type DynamicModule } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Service } from '@ride/events';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../allow.js';
import { Caller } from '../caller.js';
import type { Role } from '../claims.js';
import { LIVE_SERVICE, LiveUpdates } from './live-updates.js';

@Module({})
export class LiveUpdatesModule {
  /** Gives the service `LiveUpdates`, and GET /events to those roles. */
  static named(service: Service, ...roles: Role[]): DynamicModule {
    @ApiTags('live')
    @Controller('events')
    @Allow(...roles)
    class LiveUpdatesController {
      constructor(private readonly live: LiveUpdates) {}

      @Get()
      @ApiProduces('text/event-stream')
      @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'goes on after this event' })
      @ApiOkResponse({ description: 'server-sent events: yours, each once, in order', schema: { type: 'string' } })
      async events(
        @Caller() caller: Caller,
        @Req() request: FastifyRequest,
        @Res() reply: FastifyReply,
      ): Promise<void> {
        if (request.method === 'HEAD') return void reply.type('text/event-stream').send();
        await this.live.stream(reply, caller, String(request.headers['last-event-id'] ?? ''));
      }
    }
    return {
      module: LiveUpdatesModule,
      controllers: [LiveUpdatesController],
      providers: [LiveUpdates, { provide: LIVE_SERVICE, useValue: service }],
      exports: [LiveUpdates],
    };
  }
}
