import { describeDocument } from '@ride/testing';
import { MatchingModule } from './matching.module.js';

describeDocument(MatchingModule, 'matching');
