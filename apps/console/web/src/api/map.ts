/** A ring of [lng, lat]; GeoJSON. */
export interface Polygon {
  readonly type: 'Polygon' | 'MultiPolygon';
  readonly coordinates: readonly unknown[];
}
/** GET /areas. */
export interface Areas {
  readonly areas: readonly { readonly name: string }[];
}
/** GET /map?area=. */
export interface AreaMap {
  readonly area: { readonly name: string; readonly polygon: Polygon };
  readonly drivers: readonly DriverSeen[];
  readonly searches: readonly SearchSeen[];
}
export interface DriverSeen {
  readonly driverId: string;
  readonly lat: number;
  readonly lng: number;
  readonly at: string;
  readonly state: 'free' | 'offered' | 'booked' | null;
}
export interface SearchSeen {
  readonly rideId: string;
  readonly pickup: { readonly lat: number; readonly lng: number };
  readonly openedAt: string;
  readonly radiusMetres: number;
  readonly offers: number;
}
