import type { AvroType } from './asyncapi.js';
import { fieldsOf } from './avro.js';

const schema: AvroType = {
  type: 'record',
  name: 'RideRequested',
  fields: [
    { name: 'rideId', type: { type: 'string', logicalType: 'uuid' } },
    { name: 'pickup', type: { type: 'record', name: 'Place', fields: [{ name: 'lat', type: 'double' }] } },
    { name: 'vehicleClass', type: { type: 'enum', name: 'VehicleClass', symbols: ['standard', 'xl'] } },
    { name: 'stops', type: { type: 'array', items: 'Place' } },
    { name: 'note', type: ['null', 'string'], default: null },
  ],
};

describe('a schema', () => {
  it('is a list of fields, those of inner records below them', () => {
    expect(fieldsOf(schema)).toEqual([
      { path: 'rideId', type: 'uuid', isOptional: false },
      { path: 'pickup', type: 'Place', isOptional: false },
      { path: 'pickup.lat', type: 'double', isOptional: false },
      { path: 'vehicleClass', type: 'standard | xl', isOptional: false },
      { path: 'stops', type: 'list of Place', isOptional: false },
      { path: 'note', type: 'string', isOptional: true },
    ]);
  });
});
