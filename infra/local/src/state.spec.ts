import { rideVariables } from './state.js';

describe('what a running stack writes down of its settings', () => {
  it('is everything of Ride but secrets', () => {
    const env = { PATH: '/bin', RIDE_KAFKA_PORT: '1', RIDE_PIN_SECRET: 'hunter2', RIDE_KAFKA_SASL_PASSWORD: 'hunter2' };
    expect(rideVariables(env)).toEqual({ RIDE_KAFKA_PORT: '1' });
  });
});
