import { pointAlong, type Place } from '@ride/geo';

/** Where somebody is who drives straight from place to place. Times are milliseconds of performance.now(). */
export class Moving {
  #from: Place;
  #to: Place;
  #began = 0;
  #ms = 0;

  constructor(place: Place) {
    this.#from = place;
    this.#to = place;
  }

  /** Drives on from where it is now, to be there after `ms`. */
  go(to: Place, ms: number, now: number): void {
    this.#from = this.at(now);
    this.#to = to;
    this.#began = now;
    this.#ms = ms;
  }

  /** Stays where it is now. */
  stop(now: number): void {
    this.go(this.at(now), 0, now);
  }

  at(now: number): Place {
    if (this.#ms <= 0) return this.#to;
    return pointAlong(this.#from, this.#to, (now - this.#began) / this.#ms);
  }

  isMoving(now: number): boolean {
    return now < this.#began + this.#ms;
  }
}
