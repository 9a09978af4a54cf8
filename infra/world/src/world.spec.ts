import { BookingRow } from '@ride/booking/parts';
import { Driver } from './people/driver.js';
import { placeAt } from './people/places.js';
import { Rider } from './people/rider.js';
import { World } from './world.js';

describe('a world in which nothing goes wrong', () => {
  it('brings a ride to its end', async () => {
    const world = new World({ offersAtOnce: 1, skewMs: { rider: 0, driver: 0, matching: 0, booking: 0 } });
    const rider = new Rider(world, '0198a0f0-0000-7000-8000-000000000001', 'Ann');
    const driver = new Driver(world, '0198a0f0-0000-7000-8000-000000000002', 'Bob', placeAt(300, 0));
    await driver.goOnDuty();
    await rider.request(placeAt(0, 0), placeAt(0, 3000));
    await world.settle();
    const [offer] = driver.offers;
    await driver.accept(offer!);
    await world.settle();
    await driver.arrive(offer!);
    await driver.pickUp(offer!, true);
    await driver.dropOff(offer!, 3800, 900);
    await world.settle();
    const ride = rider.rides[0]!;
    expect(world.booking.tables.get(BookingRow, ride)?.state).toMatchObject({ is: 'ended', outcome: 'completed' });
    expect(rider.view(ride)).toMatchObject({ is: 'completed', endings: 1 });
    expect(driver.statusOf(ride)).toBe('completed');
    expect(driver.shift).toBe('available');
  });
});
