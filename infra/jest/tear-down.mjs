/** After an e2e suite: stops the infrastructure if it was the suite's own. */
export default async function tearDown() {
  await globalThis.rideTestInfrastructure?.stop();
}
