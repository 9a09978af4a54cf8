import { describeDocument } from '@ride/testing';
import { DriverModule } from './driver.module.js';

describeDocument(DriverModule, 'driver');
