import { Module, type DynamicModule } from '@nestjs/common';
import { PositionConnection, VIEW, type ViewOptions } from './connection.js';
import { NewestTimes } from './newest-times.js';
import { Positions } from './positions.js';
import { Restoring } from './restoring.js';

/** Gives a service its own view of where drivers are, beside those of the others. It needs a ServiceModule. */
@Module({})
export class PositionsModule {
  static of(view: ViewOptions): DynamicModule {
    return {
      module: PositionsModule,
      providers: [{ provide: VIEW, useValue: view }, PositionConnection, Positions, NewestTimes, Restoring],
      exports: [PositionConnection, Positions, NewestTimes],
    };
  }
}
