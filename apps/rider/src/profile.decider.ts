import { rejections, type Decider } from '@ride/decider';
import { RiderProfileChanged, RiderRegistered } from '@ride/events';
import type { Made, RiderRatingChanged } from '@ride/events';

export const profileRejections = rejections({
  profile_not_found: 'You have no profile yet: PUT one to /profile.',
});

type Said = Made<typeof RiderProfileChanged>['data'];
export type RiderProfile = Omit<Said, 'riderId' | 'version'>;
/** `heard`: the highest version that has come back on riders.v1. */
export type Profile =
  | { readonly is: 'unregistered' }
  | { readonly is: 'registered'; readonly profile: RiderProfile; readonly version: number; readonly heard: number };
export interface ProfileCommand extends Pick<RiderProfile, 'name' | 'contact'> {
  readonly do: 'change';
  readonly riderId: string;
}
/** Its own facts: on a compacted topic the last one must be the whole truth, so somebody has to look whether it is. */
export type ProfileHears = RiderRegistered | RiderProfileChanged | RiderRatingChanged;
export type ProfileSays = Made<typeof RiderRegistered | typeof RiderProfileChanged>;

export const profile: Decider<Profile, ProfileCommand, ProfileHears, ProfileSays> = {
  initial: { is: 'unregistered' },

  decide: (was, { riderId, name, contact }) => {
    if (was.is === 'unregistered')
      return [RiderRegistered({ riderId, name, contact, rating: { average: 0, count: 0 }, version: 1 })];
    if (isSame(was.profile, { name, contact })) return [];
    return [RiderProfileChanged({ riderId, ...was.profile, name, contact, version: was.version + 1 })];
  },

  react: (was, { data: { riderId, version } }) => {
    if (was.is === 'unregistered') return []; // the row is lost: the log gives it back
    // Hearers ignore a lower version, so a row that was restored from a backup is said again above what the log has.
    if (version > was.version) return [RiderProfileChanged({ riderId, ...was.profile, version: version + 1 })];
    // The last record is what the topic keeps: an older one behind the newest would be all that a new hearer gets.
    if (version < was.heard && was.heard === was.version)
      return [RiderProfileChanged({ riderId, ...was.profile, version: was.version + 1 })];
    return [];
  },

  evolve: (was, { type, data }) => {
    switch (type) {
      case 'RiderRegistered':
      case 'RiderProfileChanged':
      case 'RiderRatingChanged': {
        const { riderId: _, version, ...profile } = data;
        if (was.is === 'unregistered') return { is: 'registered', profile, version, heard: 0 };
        if (version === was.version + 1) return { ...was, profile, version };
        return { ...was, version: Math.max(version, was.version), heard: Math.max(version, was.heard) };
      }
    }
  },
};

function isSame(a: Pick<RiderProfile, 'name' | 'contact'>, b: Pick<RiderProfile, 'name' | 'contact'>): boolean {
  return a.name === b.name && a.contact.email === b.contact.email && a.contact.phone === b.contact.phone;
}
