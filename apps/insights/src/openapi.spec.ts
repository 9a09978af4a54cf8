import { describeDocument } from '@ride/testing';
import { InsightsModule } from './insights.module.js';

describeDocument(InsightsModule, 'insights');
