import { Module } from '@nestjs/common';
import { Outcomes } from '@ride/http';
import { ServiceModule } from '@ride/messaging';
import { MatchingController } from './matching.controller.js';
import { MatchingHandlers } from './matching.handlers.js';
import * as migrations from './migrations/index.js';
import { PositionHandlers } from './position.handlers.js';
import { Positions } from './positions.js';
import { Redis } from './redis.js';
import { RideOutcomes } from './ride-outcomes.js';
import { Round } from './round.js';
import { RoundReads } from './round-reads.js';
import { Rounds } from './rounds.js';

@Module({
  imports: [ServiceModule.named('matching', { migrations: Object.values(migrations) })],
  controllers: [MatchingHandlers, PositionHandlers, MatchingController],
  providers: [Redis, Positions, RoundReads, Round, Rounds, { provide: Outcomes, useClass: RideOutcomes }],
})
export class MatchingModule {}
