import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { stopTelemetry } from '@ride/observability';

/** What has been recorded until the end is still told, for two seconds at most. */
@Injectable()
export class TelemetryEnds implements OnApplicationShutdown {
  onApplicationShutdown(): Promise<void> {
    return stopTelemetry();
  }
}
