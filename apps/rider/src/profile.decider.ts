import { isNews, rejections, sayAgainIn, UNSAID, versionsAfter, type Decider, type Versions } from '@ride/decider';
import { RiderProfileChanged, RiderRatingChanged, RiderRegistered } from '@ride/events';
import type { Made, RiderRated } from '@ride/events';

export const profileRejections = rejections({
  profile_not_found: 'You have no profile yet: PUT one to /profile.',
});

type Said = Made<typeof RiderProfileChanged>['data'];
export type RiderProfile = Omit<Said, 'riderId' | 'version'>;
/** Its versions are those on riders.v1. */
export type Profile =
  { readonly is: 'unregistered' } | ({ readonly is: 'registered'; readonly profile: RiderProfile } & Versions);
export interface ProfileCommand extends Pick<RiderProfile, 'name' | 'contact'> {
  readonly do: 'change';
  readonly riderId: string;
}
/** Its own facts, too: see sayAgainIn. */
export type ProfileHears = RiderRegistered | RiderProfileChanged | RiderRatingChanged | RiderRated;
export type ProfileSays = Made<typeof RiderRegistered | typeof RiderProfileChanged | typeof RiderRatingChanged>;

export const profile: Decider<Profile, ProfileCommand, ProfileHears, ProfileSays> = {
  initial: { is: 'unregistered' },

  decide: (was, { riderId, name, contact }) => {
    if (was.is === 'unregistered')
      return [RiderRegistered({ riderId, name, contact, rating: { average: 0, count: 0 }, version: 1 })];
    if (isSame(was.profile, { name, contact })) return [];
    return [RiderProfileChanged({ riderId, ...was.profile, name, contact, version: was.version + 1 })];
  },

  react: (was, fact) => {
    if (was.is === 'unregistered') return []; // the row is lost: the log gives it back
    switch (fact.type) {
      case 'RiderRated': {
        const { ratedId: riderId, stars } = fact.data;
        const rating = withStars(was.profile.rating, stars);
        return [RiderRatingChanged({ riderId, ...was.profile, rating, version: was.version + 1 })];
      }
      case 'RiderRegistered':
      case 'RiderProfileChanged':
      case 'RiderRatingChanged': {
        const { riderId, version } = fact.data;
        const again = sayAgainIn(was, version);
        return again === null ? [] : [RiderProfileChanged({ riderId, ...was.profile, version: again })];
      }
    }
  },

  evolve: (was, { type, data }) => {
    switch (type) {
      case 'RiderRegistered':
      case 'RiderProfileChanged':
      case 'RiderRatingChanged': {
        const { riderId: _, version, ...profile } = data;
        if (was.is === 'unregistered') return { is: 'registered', profile, ...versionsAfter(UNSAID, version) };
        return { ...was, profile: isNews(was, version) ? profile : was.profile, ...versionsAfter(was, version) };
      }
      case 'RiderRated':
        return was;
    }
  },
};

function isSame(a: Pick<RiderProfile, 'name' | 'contact'>, b: Pick<RiderProfile, 'name' | 'contact'>): boolean {
  return a.name === b.name && a.contact.email === b.contact.email && a.contact.phone === b.contact.phone;
}

/** Stars are whole: from their sum the average doesn't drift. */
function withStars({ average, count }: RiderProfile['rating'], stars: number): RiderProfile['rating'] {
  return { average: (Math.round(average * count) + stars) / (count + 1), count: count + 1 };
}
