import { serve } from '@ride/http';
import { MatchingModule } from './matching.module.js';

await serve(MatchingModule, 'matching');
