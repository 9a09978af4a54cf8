export { areaById, areaOf, areaRejections, serviceAreas, useServiceAreas } from './areas.js';
export { cellOf, isCell } from './cell.js';
export { bearing, distanceMetres, pointAlong } from './distance.js';
export { Place } from './place.js';
export { contains, Polygon } from './polygon.js';
export { radiusAt } from './radius.js';
export { ServiceArea } from './service-area.js';
export { Tariff } from './tariff.js';
export { roadMetres, Traffic, travelSeconds } from './travel.js';
