import { serve } from '@ride/http';
import { ConsoleModule } from './console.module.js';

await serve(ConsoleModule, 'console');
