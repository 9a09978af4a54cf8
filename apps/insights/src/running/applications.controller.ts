import { Controller, Get } from '@nestjs/common';
import { Allow, Operation, Tag, Time } from '@ride/http';
import { z } from 'zod';
import { APPLICATIONS, Applications, type ApplicationName } from './applications.js';

const count = z.number().int();
const counts = z.record(z.string(), count);
const Task = z.object({
  id: z.string().meta({ description: 'sub-topology and partition' }),
  state: z.enum(['opening', 'running', 'dead']),
  restored: z.object({ done: count, of: count }).meta({ description: 'records of its changelog' }),
  streamTime: z.record(z.string(), Time).meta({ description: 'by aggregate: the highest event time that it has seen' }),
  position: counts.meta({ description: 'by topic: the next offset' }),
  lag: counts.meta({ description: 'by topic: records that have not been committed' }),
  late: counts.meta({ description: 'by aggregate: records that came too late' }),
  keyless: count,
  unusable: count.meta({ description: 'records that could not be read, or at which its own functions threw' }),
  lost: z.object({ code: z.string(), message: z.string() }).nullable(),
});
const Application = z
  .object({
    name: z.string(),
    fingerprint: z.string().meta({ description: 'changes when its state would mean something else' }),
    topology: z.string().meta({ description: 'its graph, sub-topologies, tasks and internal topics, in words' }),
    isMember: z.boolean().meta({ description: 'of its group' }),
    owner: z.string().nullable().meta({ description: 'this instance, as its group knows it' }),
    tasks: z.array(Task).meta({ description: 'of this instance' }),
  })
  .meta({ id: 'StreamApplication' });
const List = z.object({ applications: z.array(Application) }).meta({ id: 'StreamApplications' });

@Tag('streams', 'For operators: the applications over streams, and how their tasks are')
@Controller('streams')
@Allow('operator')
export class ApplicationsController {
  constructor(private readonly running: Applications) {}

  @Get()
  @Operation({
    id: 'listStreamApplications',
    summary: 'The applications over streams, with the tasks of this instance',
    answers: { 200: { description: 'the applications', body: List } },
  })
  list() {
    return { applications: APPLICATIONS.map((name) => this.#view(name)) };
  }

  #view(name: ApplicationName) {
    const health = this.running.health(name);
    return {
      name,
      ...this.running.described(name),
      isMember: health?.isMember ?? false,
      owner: health?.owner ?? null,
      tasks: (health?.tasks ?? []).map(({ streamTime, lost, ...task }) => ({
        ...task,
        lost: lost ?? null,
        streamTime: Object.fromEntries(
          Object.entries(streamTime).map(([aggregate, time]) => [aggregate, new Date(time).toISOString()]),
        ),
      })),
    };
  }
}
