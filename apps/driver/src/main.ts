import { serve } from '@ride/http';
import { DriverModule } from './driver.module.js';

await serve(DriverModule, 'driver');
