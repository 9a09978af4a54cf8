import { serve } from '@ride/http';
import { BookingModule } from './booking.module.js';

await serve(BookingModule, 'booking');
