import { BookingHandlers } from '@ride/booking/parts';
import { Service, type ServiceOptions, type Surroundings } from '../model/service.js';

export class BookingService extends Service {
  constructor(around: Surroundings, options: ServiceOptions) {
    super('booking', around, options);
    this.hears(new BookingHandlers());
  }
}
