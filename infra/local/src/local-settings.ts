/** What differs here unless the environment says otherwise. */
export const LOCAL = {
  // Whoever tries webhooks out here listens on this machine.
  RIDE_WEBHOOK_ADDRESSES: 'any',
  // Many people ask from one address, and nobody waits for a minute to pass.
  RIDE_LIMIT_PERSON: 'off',
  RIDE_LIMIT_ADDRESS: 'off',
};
