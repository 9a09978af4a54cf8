import { Module } from '@nestjs/common';
import { ConfigController } from './config.controller.js';
import { PageRoutes } from './page-routes.js';

/** The operators' page: its files, and what it has to know of where it runs. */
@Module({ controllers: [ConfigController], providers: [PageRoutes] })
export class PageModule {}
