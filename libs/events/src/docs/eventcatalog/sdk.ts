import sdk from '@eventcatalog/sdk';

/** Opens a folder as an EventCatalog. */
// The package's types describe its CommonJS side, where the function is a property; imported as a module it is the function.
export const eventCatalog = sdk as unknown as typeof sdk.default;
