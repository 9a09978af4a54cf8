import { ProfileController, RatingController, RideController, RiderHandlers } from '@ride/rider/parts';
import { Service, type ServiceOptions, type Surroundings } from '../model/service.js';
import { live, NOTHING } from './unreachable.js';

export class RiderService extends Service {
  readonly profiles: ProfileController;
  readonly ratings: RatingController;
  readonly rides: RideController;

  constructor(around: Surroundings, options: ServiceOptions) {
    super('rider', around, options);
    this.hears(new RiderHandlers(live));
    this.profiles = new ProfileController(this.work);
    this.ratings = new RatingController(this.work);
    this.rides = new RideController(this.work, NOTHING, NOTHING);
  }
}
