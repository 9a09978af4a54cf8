import { Controller, Get, Param, Query } from '@nestjs/common';
import { rejections } from '@ride/decider';
import { Allow, Operation, pageOf, pageQuery, problems, Tag, Uuid } from '@ride/http';
import { z } from 'zod';
import { Journey, JourneyList } from './journey.shapes.js';
import { Journeys, type Listed } from './journeys.js';

const rejected = rejections({
  journey_not_found:
    'Nothing was said under this id, or it is longer ago than journeys are kept: give a ride’s id or a correlation id.',
});
const Correlation = z.string().min(1).max(200);
type Asked = z.infer<typeof Asked>;
const Asked = pageQuery({ usual: 50, most: 200 }).extend({
  rider: Uuid.optional().meta({ description: 'journeys in which this rider is named' }),
  driver: Uuid.optional().meta({ description: 'journeys in which this driver is named, offers among them' }),
  ride: Uuid.optional(),
  correlation: Correlation.optional(),
  text: Correlation.optional().meta({ description: 'how the id of a ride, a person or a journey begins' }),
});

@Tag('journeys', 'For operators: what happened, and because of what')
@Controller('journeys')
@Allow('operator')
export class JourneysController {
  constructor(private readonly journeys: Journeys) {}

  @Get()
  @Operation({
    id: 'listJourneys',
    summary: 'What happened lately, newest first',
    answers: { 200: { description: 'a page of journeys', body: JourneyList } },
    refuses: [problems.invalid_cursor],
  })
  async list(@Query({ schema: Asked }) { limit, cursor, ...search }: Asked) {
    const idOf = ({ id }: Listed) => id;
    const page = await pageOf({ limit, cursor }, idOf, (slice) =>
      this.journeys.list(search, slice.limit, slice.before),
    );
    const { rows, ...next } = page;
    return { journeys: rows.map(({ id: _, ...journey }) => journey), ...next };
  }

  @Get(':id')
  @Operation({
    id: 'getJourney',
    summary: 'All that happened to a ride, or under a correlation id, and because of what',
    description:
      'Requests, facts, who handled them when and in which attempt, retries and dead letters. What was handled is there about a second later.',
    answers: { 200: { description: 'the journey', body: Journey } },
    refuses: [rejected.journey_not_found],
  })
  async show(@Param('id', { schema: Correlation }) id: string): Promise<Journey> {
    const journey = await this.journeys.of(id);
    if (journey === undefined) throw rejected.journey_not_found();
    return journey;
  }
}
