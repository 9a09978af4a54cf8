import { RideController, RiderHandlers } from '@ride/rider/parts';
import { Service, type ServiceOptions, type Surroundings } from '../model/service.js';
import { live, NOTHING } from './unreachable.js';

export class RiderService extends Service {
  readonly rides: RideController;

  constructor(around: Surroundings, options: ServiceOptions) {
    super('rider', around, options);
    this.hears(new RiderHandlers(live));
    this.rides = new RideController(this.work, NOTHING, NOTHING);
  }
}
