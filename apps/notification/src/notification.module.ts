import { Module } from '@nestjs/common';
import { LiveUpdatesModule, Outcomes } from '@ride/http';
import { ServiceModule } from '@ride/messaging';
import { MessageController } from './message.controller.js';
import { messageEvents } from './message.shapes.js';
import * as migrations from './migrations/index.js';
import { NotificationHandlers } from './notification.handlers.js';
import { PreferencesController } from './preferences/preferences.controller.js';
import { ReadMarks } from './read-marks.js';
import { RideOutcomes } from './ride-outcomes.js';
import { WebhookController } from './webhook/webhook.controller.js';
import { WebhookEffects } from './webhook/webhook.effects.js';

@Module({
  imports: [
    ServiceModule.named('notification', { migrations: Object.values(migrations), gatherMs: 50 }),
    LiveUpdatesModule.named('notification', messageEvents, 'rider', 'driver'),
  ],
  controllers: [NotificationHandlers, MessageController, PreferencesController, WebhookController, WebhookEffects],
  providers: [ReadMarks, { provide: Outcomes, useClass: RideOutcomes }],
})
export class NotificationModule {}
