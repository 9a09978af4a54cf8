import { distanceMetres, type Place } from '@ride/geo';

interface Keys {
  readonly places: string;
}
interface Position {
  readonly driverId: string;
  readonly place: Place;
  readonly time: number;
}

/** Where drivers are right now, as the scripts of @ride/positions keep it in Redis: by area, the newest of each driver. */
export class ModelledRedis {
  readonly #areas = new Map<string, Map<string, Position>>();

  note({ places }: Keys, forgetBefore: number, positions: readonly Position[]): Promise<number> {
    const area = this.#areas.get(places) ?? new Map<string, Position>();
    this.#areas.set(places, area);
    for (const position of positions) {
      const known = area.get(position.driverId);
      if (known === undefined || known.time < position.time) area.set(position.driverId, position);
    }
    for (const { driverId, time } of area.values()) if (time < forgetBefore) area.delete(driverId);
    return Promise.resolve(0);
  }

  near(
    { places }: Keys,
    seenSince: number,
    atMost: number,
    around: readonly { readonly place: Place; readonly radiusMetres: number }[],
  ): Promise<readonly string[]> {
    const all = [...(this.#areas.get(places)?.values() ?? [])];
    const near = around.flatMap(({ place, radiusMetres }) =>
      all
        .map((position) => ({ position, metres: distanceMetres(place, position.place) }))
        .filter(({ metres }) => metres <= radiusMetres)
        .sort((a, b) => a.metres - b.metres)
        .slice(0, atMost)
        .map(({ position }) => position),
    );
    const found = [...new Set(near)].filter(({ time }) => time >= seenSince);
    return Promise.resolve(
      found.flatMap(({ driverId, place, time }) => [driverId, String(place.lng), String(place.lat), String(time)]),
    );
  }

  /** All is lost, as when Redis starts anew. */
  forget(): void {
    this.#areas.clear();
  }
}
