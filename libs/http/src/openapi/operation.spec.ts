import { z } from 'zod';
import { Operation } from './operation.js';

const Ride = z.object({ rideId: z.string(), stops: z.array(z.string()).optional() });

describe('a route’s contract', () => {
  it('is kept by its handler, or it does not compile', () => {
    const contract = Operation({
      ...{ id: 'getRide', summary: 'A ride' },
      answers: { 200: { description: 'it', body: Ride, example: { rideId: 'a' } } },
    });
    const nothing = Operation({ id: 'end', summary: 'End', answers: { 204: { description: 'ended', body: null } } });
    class Routes {
      @contract
      async kept(_: number): Promise<{ readonly rideId: string; readonly stops: readonly string[] }> {
        return { rideId: 'a', stops: [] };
      }
      // @ts-expect-error -- rideId is a text
      @contract
      broken() {
        return { rideId: 1 };
      }
      @nothing
      ended(): void {}
      // @ts-expect-error -- it answers with nothing
      @nothing
      async told() {
        return { rideId: 'a' };
      }
    }
    expect(new Routes()).toBeDefined();
  });
});
