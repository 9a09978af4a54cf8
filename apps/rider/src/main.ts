import { serve } from '@ride/http';
import { RiderModule } from './rider.module.js';

await serve(RiderModule, 'rider');
