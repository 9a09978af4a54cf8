import { settings } from '@ride/configuration';
import { DecisionRow, deciderStore } from '@ride/messaging';
import { Entity } from 'typeorm';
import { search } from './search.decider.js';
import type { Search } from './search.state.js';

@Entity('search')
export class SearchRow extends DecisionRow<Search> {} // id: the ride's

export const searches = deciderStore(SearchRow, search(settings().rules));
