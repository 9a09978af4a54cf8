import { describeDocument } from '@ride/testing';
import { NotificationModule } from './notification.module.js';

describeDocument(NotificationModule, 'notification');
