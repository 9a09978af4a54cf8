import { Controller, Get, Module, Req, Res, type DynamicModule } from '@nestjs/common';
import type { Service } from '@ride/events';
import type { z } from 'zod';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../allow.js';
import { Caller } from '../caller.js';
import type { Role } from '../claims.js';
import { Operation } from '../openapi/operation.js';
import { Tag } from '../openapi/tag.js';
import { LIVE_SERVICE, LiveUpdates } from './live-updates.js';

/** The schema of each type of update's data. */
export type LiveEventTypes = Readonly<Record<string, z.ZodType>>;

@Module({})
export class LiveUpdatesModule {
  /** Gives the service `LiveUpdates`, and GET /events to those roles. `events`: the data of each type of update. */
  static named(service: Service, events: LiveEventTypes, ...roles: Role[]): DynamicModule {
    @Tag('live', 'What happens, as it happens')
    @Controller('events')
    @Allow(...roles)
    class LiveUpdatesController {
      constructor(private readonly live: LiveUpdates) {}

      @Get()
      @Operation({
        id: 'streamEvents',
        summary: 'Your events: each once and in order, as they happen',
        description:
          'Server-sent events. Those with an id are kept for a day: take the stream up where it broke off by ' +
          '`Last-Event-ID`. Those without pass, and are not repeated.',
        headers: { 'Last-Event-ID': { description: 'goes on after this event; without it, from now on' } },
        answers: { 200: { description: 'a stream that stays open', body: null, events } },
      })
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
