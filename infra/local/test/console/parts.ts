import { existsSync } from 'node:fs';
import { join } from 'node:path';

const journeys = join(import.meta.dirname, '../../../../apps/console/src/journeys/journeys.controller.ts');
/** Pages of journeys are looked at as soon as the console serves journeys. */
export const hasJourneys = existsSync(journeys);
