import { describeDocument } from '@ride/testing';
import { RiderModule } from './rider.module.js';

describeDocument(RiderModule, 'rider');
