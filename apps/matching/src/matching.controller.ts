import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { settings } from '@ride/configuration';
import { rejections } from '@ride/decider';
import { Allow, Uuid } from '@ride/http';
import { UnitOfWork } from '@ride/messaging';
import { radiusAt } from './radius.js';
import { searches } from './searches.js';

const rejected = rejections({
  search_not_found: 'Matching has not heard of this ride: check the id, or ask again in a moment.',
});

@ApiTags('matching')
@Controller('searches')
@Allow('operator')
export class MatchingController {
  constructor(private readonly work: UnitOfWork) {}

  /** A ride's search as it is now: whom it has asked, whom it leaves out, within which radius (metres) it looks. */
  @Get(':rideId')
  async show(@Param('rideId', { schema: Uuid }) rideId: string) {
    const { is: status, ...search } = await searches.state(this.work, rideId);
    if (status === 'unknown') throw rejected.search_not_found();
    const { radiiMetres } = settings().rules;
    const radiusMetres = 'openedAt' in search ? radiusAt(Date.now(), search.openedAt, radiiMetres) : undefined;
    return { rideId, status, ...search, radiusMetres };
  }
}
