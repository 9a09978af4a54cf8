import { describeDocument } from '@ride/testing';
import { BookingModule } from './booking.module.js';

describeDocument(BookingModule, 'booking');
