import { rejections, type Decider } from '@ride/decider';
import { DriverProfileChanged, DriverRatingChanged, DriverRegistered } from '@ride/events';
import type { DriverRated, Made } from '@ride/events';

export const profileRejections = rejections({
  profile_not_found: 'You have no profile yet: PUT one to /profile.',
});

type Said = Made<typeof DriverProfileChanged>['data'];
type Read = DriverProfileChanged['data'];
/** As it is said; the vehicle class as it may be read. */
export type DriverProfile = Omit<Said, 'driverId' | 'version' | 'vehicleClass'> & Pick<Read, 'vehicleClass'>;
/** `heard`: the highest version that has come back on drivers.v1. */
export type Profile =
  | { readonly is: 'unregistered' }
  | { readonly is: 'registered'; readonly profile: DriverProfile; readonly version: number; readonly heard: number };
export interface ProfileCommand extends Omit<Said, 'version' | 'rating'> {
  readonly do: 'change';
}
/** Its own facts, too: on a compacted topic the last one must be the whole truth, so somebody has to look whether it is. */
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
        const { average, count } = was.profile.rating;
        const rating = { average: (average * count + fact.data.stars) / (count + 1), count: count + 1 };
        return [DriverRatingChanged(whole(fact.data.ratedId, { ...was.profile, rating }, was.version + 1))];
      }
      case 'DriverRegistered':
      case 'DriverProfileChanged':
      case 'DriverRatingChanged': {
        const { driverId, version } = fact.data;
        // Hearers ignore a lower version, so a row that was restored from a backup is said again above what the log has.
        if (version > was.version) return [DriverProfileChanged(whole(driverId, was.profile, version + 1))];
        // The last record is what the topic keeps: an older one behind the newest would be all that a new hearer gets.
        if (version < was.heard && was.heard === was.version)
          return [DriverProfileChanged(whole(driverId, was.profile, was.version + 1))];
        return [];
      }
    }
  },

  evolve: (was, fact) => {
    switch (fact.type) {
      case 'DriverRegistered':
      case 'DriverProfileChanged':
      case 'DriverRatingChanged': {
        const { driverId: _, version, ...profile } = fact.data;
        if (was.is === 'unregistered') return { is: 'registered', profile, version, heard: 0 };
        if (version === was.version + 1) return { ...was, profile, version };
        return { ...was, version: Math.max(version, was.version), heard: Math.max(version, was.heard) };
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
