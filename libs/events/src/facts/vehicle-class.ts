import { oneOf } from '../fields/kinds.js';

export const VehicleClass = oneOf('standard', 'xl', 'accessible');
export type VehicleClass = (typeof VehicleClass.symbols)[number];
