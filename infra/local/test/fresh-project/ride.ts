import { answerOf, connect, type LiveEvent, type Schemas } from '@ride/client';

/** Where the services are, and who is who. */
export interface Places {
  readonly rider: string;
  readonly driver: string;
  readonly tokens: { readonly rider: string; readonly driver: string };
}

const pickup = { lat: 40.75831, lng: -73.98547 };
const dropoff = { lat: 40.70742, lng: -74.01129 };

/** A ride from the price to the receipt, by a rider's and a driver's app that know the client and nothing else of Ride. */
export async function ride({ rider: riders, driver: drivers, tokens }: Places): Promise<Schemas<'rider'>['Ride']> {
  const rider = connect('rider', { url: riders, token: tokens.rider });
  const driver = connect('driver', { url: drivers, token: () => Promise.resolve(tokens.driver) });
  const over = new AbortController();

  await answerOf(driver.PUT('/shift', { body: { location: pickup } }));
  await answerOf(driver.POST('/positions', { body: { points: [pickup] } }));
  const driving = drive(driver, over.signal, async (rideId) => {
    const { pin } = await answerOf(rider.GET('/rides/{rideId}', { params: { path: { rideId } } }));
    return pin ?? '';
  });

  const { fareEstimateId } = await answerOf(rider.POST('/fare-estimates', { body: { pickup, dropoff } }));
  const wish = { pickup, dropoff, vehicleClass: 'standard', fareEstimateId } as const;
  const { rideId } = await answerOf(rider.POST('/rides', { body: wish }));
  for await (const event of rider.events({ lastEventId: '0' })) if (event.type === 'ride.completed') break;
  over.abort();
  await driving;
  return answerOf(rider.GET('/rides/{rideId}', { params: { path: { rideId } } }));
}

type DriverApp = ReturnType<typeof connect<'driver'>>;

/** Takes the ride that is offered and drives it. */
async function drive(
  driver: DriverApp,
  signal: AbortSignal,
  pinOf: (rideId: string) => Promise<string>,
): Promise<void> {
  const acts = async (event: LiveEvent<'driver'>): Promise<void> => {
    if (event.type === 'offer.made') {
      const { offerId } = event.data;
      await answerOf(driver.POST('/offers/{offerId}/acceptance', { params: { path: { offerId } } }));
    } else if (event.type === 'booking.created') {
      const { rideId } = event.data;
      const params = { path: { rideId } };
      await answerOf(driver.POST('/rides/{rideId}/arrival', { params, body: { location: pickup } }));
      await answerOf(driver.POST('/rides/{rideId}/pickup', { params, body: { pin: await pinOf(rideId) } }));
      const metered = { location: dropoff, distanceMetres: 7_100, durationSeconds: 1_260 };
      await answerOf(driver.POST('/rides/{rideId}/dropoff', { params, body: metered }));
    }
  };
  for await (const event of driver.events({ lastEventId: '0', signal })) await acts(event);
}
