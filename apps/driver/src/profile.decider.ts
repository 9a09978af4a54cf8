import { isNews, rejections, sayAgainIn, UNSAID, versionsAfter, type Decider, type Versions } from '@ride/decider';
import { DriverProfileChanged, DriverRatingChanged, DriverRegistered } from '@ride/events';
import type { DriverRated, Made } from '@ride/events';

export const profileRejections = rejections({
  profile_not_found: 'You have no profile yet: PUT one to /profile.',
});

type Said = Made<typeof DriverProfileChanged>['data'];
type Read = DriverProfileChanged['data'];
/** As it is said; the vehicle class as it may be read. */
export type DriverProfile = Omit<Said, 'driverId' | 'version' | 'vehicleClass'> & Pick<Read, 'vehicleClass'>;
/** Its versions are those on drivers.v1. */
export type Profile =
  { readonly is: 'unregistered' } | ({ readonly is: 'registered'; readonly profile: DriverProfile } & Versions);
export interface ProfileCommand extends Omit<Said, 'version' | 'rating'> {
  readonly do: 'change';
}
/** Its own facts, too: see sayAgainIn. */
export type ProfileHears = DriverRegistered | DriverProfileChanged | DriverRatingChanged | DriverRated;
export type ProfileSays = Made<typeof DriverRegistered | typeof DriverProfileChanged | typeof DriverRatingChanged>;

export const profile: Decider<Profile, ProfileCommand, ProfileHears, ProfileSays> = {
  initial: { is: 'unregistered' },

  decide: (was, { do: _, ...told }) => {
    if (was.is === 'unregistered') return [DriverRegistered({ ...told, rating: { average: 0, count: 0 }, version: 1 })];
    if (isSame(was.profile, told)) return [];
    return [DriverProfileChanged({ ...told, rating: was.profile.rating, version: was.version + 1 })];
  },

  react: (was, fact) => {
    if (was.is === 'unregistered') return []; // the row is lost: the log gives it back
    switch (fact.type) {
      case 'DriverRated': {
        const rating = withStars(was.profile.rating, fact.data.stars);
        return [DriverRatingChanged(whole(fact.data.ratedId, { ...was.profile, rating }, was.version + 1))];
      }
      case 'DriverRegistered':
      case 'DriverProfileChanged':
      case 'DriverRatingChanged': {
        const { driverId, version } = fact.data;
        const again = sayAgainIn(was, version);
        return again === null ? [] : [DriverProfileChanged(whole(driverId, was.profile, again))];
      }
    }
  },

  evolve: (was, fact) => {
    switch (fact.type) {
      case 'DriverRegistered':
      case 'DriverProfileChanged':
      case 'DriverRatingChanged': {
        const { driverId: _, version, ...profile } = fact.data;
        if (was.is === 'unregistered') return { is: 'registered', profile, ...versionsAfter(UNSAID, version) };
        return { ...was, profile: isNews(was, version) ? profile : was.profile, ...versionsAfter(was, version) };
      }
      case 'DriverRated':
        return was;
    }
  },
};

function whole(driverId: string, { vehicleClass, ...profile }: DriverProfile, version: number): Said {
  // A class that is newer than this service can't be said by it.
  return { driverId, ...profile, vehicleClass: vehicleClass === 'unknown' ? 'standard' : vehicleClass, version };
}

function isSame(a: DriverProfile, b: Omit<ProfileCommand, 'do'>): boolean {
  const { name, vehicle, plate, vehicleClass, contact } = b;
  const isSameCar = a.vehicle === vehicle && a.plate === plate && a.vehicleClass === vehicleClass;
  return isSameCar && a.name === name && a.contact.email === contact.email && a.contact.phone === contact.phone;
}

/** Stars are whole: from their sum the average doesn't drift. */
function withStars({ average, count }: DriverProfile['rating'], stars: number): DriverProfile['rating'] {
  return { average: (Math.round(average * count) + stars) / (count + 1), count: count + 1 };
}
