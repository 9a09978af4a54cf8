import { serve } from '@ride/http';
import { InsightsModule } from './insights.module.js';

await serve(InsightsModule, 'insights');
