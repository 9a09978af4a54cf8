import {
  DriverHandlers,
  OfferController,
  PositionController,
  ProfileController,
  RatingController,
  RideController,
  ShiftController,
} from '@ride/driver/parts';
import { DirectPublisher, type Cause } from '@ride/messaging';
import { NewestTimes } from '@ride/positions';
import { Service, type ServiceOptions, type Surroundings } from '../model/service.js';
import { live, NOTHING } from './unreachable.js';

export class DriverService extends Service {
  readonly offers: OfferController;
  readonly positions: PositionController;
  readonly profiles: ProfileController;
  readonly ratings: RatingController;
  readonly rides: RideController;
  readonly shifts: ShiftController;

  constructor(around: Surroundings, options: ServiceOptions) {
    super('driver', around, options);
    this.hears(new DriverHandlers(live));
    this.offers = new OfferController(this.work);
    this.positions = new PositionController(this.work, new StraightToTheLog(this), new NothingKnown());
    this.profiles = new ProfileController(this.work);
    this.ratings = new RatingController(this.work);
    this.rides = new RideController(this.work);
    this.shifts = new ShiftController(this.work);
  }
}

class StraightToTheLog extends DirectPublisher {
  constructor(private readonly service: Service) {
    super(NOTHING, NOTHING, NOTHING);
  }

  override async send(cause: Cause, ...facts: Parameters<DirectPublisher['send']>[1][]): Promise<void> {
    for (const { fact, time } of facts) this.service.send({ fact, time, cause });
  }
}

/** As while Redis is away. */
class NothingKnown extends NewestTimes {
  constructor() {
    super(NOTHING);
  }

  override async advance(): Promise<null> {
    return null;
  }

  override async takeBack(): Promise<void> {}
}
