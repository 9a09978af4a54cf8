import {
  AvailabilityHandlers,
  FareEstimateController,
  PickupEtas,
  ProfileController,
  RatingController,
  RideController,
  RiderHandlers,
  Surges,
} from '@ride/rider/parts';
import { Service, type ServiceOptions, type Surroundings } from '../model/service.js';
import { live, NOTHING } from './unreachable.js';

export class RiderService extends Service {
  readonly estimates: FareEstimateController;
  readonly profiles: ProfileController;
  readonly ratings: RatingController;
  readonly rides: RideController;

  constructor(around: Surroundings, options: ServiceOptions) {
    super('rider', around, options);
    this.hears(new RiderHandlers(live), new AvailabilityHandlers(NOTHING));
    const noSurge = new Surges(NOTHING);
    this.estimates = new FareEstimateController(this.work, new NobodyNear(), noSurge);
    this.profiles = new ProfileController(this.work);
    this.ratings = new RatingController(this.work);
    this.rides = new RideController(this.work, NOTHING, NOTHING, noSurge);
  }
}

/** Who is near a pickup is shown and decides nothing. */
class NobodyNear extends PickupEtas {
  constructor() {
    super(NOTHING, NOTHING);
  }

  override to(): Promise<ReadonlyMap<string, number>> {
    return Promise.resolve(new Map());
  }
}
