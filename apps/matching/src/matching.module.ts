import { Module } from '@nestjs/common';
import { Outcomes } from '@ride/http';
import { ServiceModule } from '@ride/messaging';
import { PositionsModule } from '@ride/positions';
import { MatchingController } from './matching.controller.js';
import { MatchingHandlers } from './matching.handlers.js';
import * as migrations from './migrations/index.js';
import { PositionHandlers } from './position.handlers.js';
import { RideOutcomes } from './ride-outcomes.js';
import { Round } from './round.js';
import { RoundReads } from './round-reads.js';
import { Rounds } from './rounds.js';

@Module({
  imports: [
    ServiceModule.named('matching', { migrations: Object.values(migrations) }),
    PositionsModule.of({ service: 'matching', without: 'nobody is found', isNeeded: true }),
  ],
  controllers: [MatchingHandlers, PositionHandlers, MatchingController],
  providers: [RoundReads, Round, Rounds, { provide: Outcomes, useClass: RideOutcomes }],
})
export class MatchingModule {}
