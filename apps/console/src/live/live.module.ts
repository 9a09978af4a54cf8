import { Module } from '@nestjs/common';
import { Drivers } from './drivers.js';
import { Instances } from './instances.js';
import { MapController } from './map.controller.js';
import { OverviewController } from './overview.controller.js';
import { Searches } from './searches.js';
import { Watching } from './watching.js';

/** What the services, their consumers, drivers and searches do now. */
@Module({ controllers: [OverviewController, MapController], providers: [Instances, Drivers, Searches, Watching] })
export class LiveModule {}
