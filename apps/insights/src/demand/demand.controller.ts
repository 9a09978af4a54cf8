import { Controller, Get, Query, Req } from '@nestjs/common';
import { isCell } from '@ride/geo';
import { Allow, Operation, Tag, Time } from '@ride/http';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Applications } from '../running/applications.js';
import { FORWARDED, Instances, stateMoving } from '../running/instances.js';
import type { Minute } from './sight.js';

type Asked = z.infer<typeof Asked>;
const Asked = z.object({
  cell: z.string().refine(isCell, 'is no H3 cell of resolution 8, such as 882a100d67fffff'),
});
const count = z.number().int();
const Demand = z
  .object({
    cell: z.string(),
    minutes: z
      .array(z.object({ start: Time, end: Time, requests: count, freeDrivers: count }))
      .meta({ description: 'that are not measured yet, the earliest first: what has been seen of them so far' }),
  })
  .meta({
    id: 'Demand',
    examples: [
      {
        cell: '882a100d67fffff',
        minutes: [{ start: '2026-11-25T04:17:00.000Z', end: '2026-11-25T04:18:00.000Z', requests: 7, freeDrivers: 3 }],
      },
    ],
  });
interface OpenMinute {
  readonly start: number;
  readonly end: number;
  readonly value: Minute;
}

@Tag('demand', 'For operators: what is being asked for, where')
@Controller('demand')
@Allow('operator')
export class DemandController {
  constructor(
    private readonly applications: Applications,
    private readonly instances: Instances,
  ) {}

  @Get()
  @Operation({
    id: 'getDemand',
    summary: 'What is asked for in a cell, and who is free there, in the minutes that are under way',
    description:
      'Whichever instance is asked: the one that has the cell answers. Minutes that are over are on demand.v1.',
    answers: { 200: { description: 'the demand', body: Demand } },
    refuses: [stateMoving],
  })
  async ofCell(@Query({ schema: Asked }) { cell }: Asked, @Req() request: FastifyRequest) {
    const found = this.applications.read('demand', 'minutes', cell);
    switch (found.is) {
      case 'here': {
        const minutes = (found.value as readonly OpenMinute[] | undefined) ?? [];
        return { cell, minutes: minutes.map(viewOf) };
      }
      case 'elsewhere':
        if (request.headers[FORWARDED] !== undefined || found.address === undefined) throw stateMoving();
        return Demand.parse(await this.instances.ask(found.address, `/demand?cell=${cell}`, request));
      case 'moving':
        throw stateMoving();
    }
  }
}

function viewOf({ start, end, value: { requests, freeDrivers } }: OpenMinute) {
  const times = { start: new Date(start).toISOString(), end: new Date(end).toISOString() };
  return { ...times, requests, freeDrivers: freeDrivers.length };
}
