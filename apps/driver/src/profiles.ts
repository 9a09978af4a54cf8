import { deciderStore, DecisionRow } from '@ride/messaging';
import { Entity } from 'typeorm';
import { profile, type Profile } from './profile.decider.js';

@Entity('profile')
export class ProfileRow extends DecisionRow<Profile> {}

export const profiles = deciderStore(ProfileRow, profile);
