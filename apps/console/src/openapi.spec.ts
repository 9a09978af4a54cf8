import { describeDocument } from '@ride/testing';
import { ConsoleModule } from './console.module.js';

describeDocument(ConsoleModule, 'console');
