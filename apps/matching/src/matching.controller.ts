import { Controller, Get, Param } from '@nestjs/common';
import { settings } from '@ride/configuration';
import { rejections } from '@ride/decider';
import { radiusAt } from '@ride/geo';
import { Allow, Operation, Tag, Uuid } from '@ride/http';
import { UnitOfWork } from '@ride/messaging';
import { Search } from './search.shapes.js';
import { searches } from './searches.js';

const rejected = rejections({
  search_not_found: 'Matching has not heard of this ride: check the id, or ask again in a moment.',
});

@Tag('searches', 'For operators: how a driver is looked for')
@Controller('searches')
@Allow('operator')
export class MatchingController {
  constructor(private readonly work: UnitOfWork) {}

  @Get(':rideId')
  @Operation({
    id: 'getSearch',
    summary: 'A ride’s search as it is now',
    description: 'Whom it has asked, whom it leaves out, within which radius it looks.',
    answers: { 200: { description: 'the search', body: Search } },
    refuses: [rejected.search_not_found],
  })
  async show(@Param('rideId', { schema: Uuid }) rideId: string) {
    const known = await searches.state(this.work, rideId);
    if (known.is === 'unknown') throw rejected.search_not_found();
    const { is: status, ...search } = known;
    const { radiiMetres } = settings().rules;
    const radiusMetres = 'openedAt' in search ? radiusAt(Date.now(), search.openedAt, radiiMetres) : undefined;
    return { rideId, status, ...search, radiusMetres };
  }
}
