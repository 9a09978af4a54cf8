import { serve } from '@ride/http';
import { NotificationModule } from './notification.module.js';

await serve(NotificationModule, 'notification');
