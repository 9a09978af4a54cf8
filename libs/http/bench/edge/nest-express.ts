/** Contestant: the service as Nest's documentation has one written, on Express, with class-validator, TypeORM and a guard that verifies tokens. */
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Injectable,
  Module,
  Post,
  Req,
  Res,
  UseGuards,
  ValidationPipe,
} from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Type } from 'class-transformer';
import { IsIn, IsLatitude, IsLongitude, ValidateNested } from 'class-validator';
import type { Request, Response } from 'express';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { Column, DataSource, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { v7 } from 'uuid';
import { rowsOf } from './insert.js';

class PlaceDto {
  @IsLatitude() lat!: number;
  @IsLongitude() lng!: number;
}
class WishDto {
  @ValidateNested() @Type(() => PlaceDto) pickup!: PlaceDto;
  @ValidateNested() @Type(() => PlaceDto) dropoff!: PlaceDto;
  @IsIn(['standard', 'xl', 'lux']) vehicleClass!: string;
}

@Entity('ride')
class RideEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('jsonb') state!: object;
  @Column('int') version!: number;
  @Column('timestamptz', { name: 'due_at', nullable: true }) dueAt!: Date | null;
  @Column('timestamptz', { name: 'deadline_said_at', nullable: true }) deadlineSaidAt!: Date | null;
  @Column('jsonb') cause!: object;
}
@Entity('outbox')
class OutboxEntity {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' }) id!: string;
  @Column('smallint') bucket!: number;
  @Column('text') topic!: string;
  @Column('bytea', { nullable: true }) key!: Buffer | null;
  @Column('bytea') headers!: Buffer;
  @Column('bytea', { nullable: true }) value!: Buffer | null;
}

const { RIDE_ISSUER: issuer = '', DATABASE_URL: url = '', PORT: port = '0' } = process.env;
const keys = createRemoteJWKSet(new URL(`${issuer}/keys`));

@Injectable()
class JwtGuard implements CanActivate {
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request & { riderId?: string }>();
    const token = request.headers.authorization?.replace(/^Bearer /, '') ?? '';
    const { payload } = await jwtVerify(token, keys, { issuer, audience: 'ride', algorithms: ['ES256'] });
    if (payload['role'] !== 'rider' || payload.sub === undefined) return false;
    request.riderId = payload.sub;
    return true;
  }
}

@Injectable()
class Rides {
  constructor(private readonly data: DataSource) {}

  async request(riderId: string, wish: WishDto): Promise<string> {
    const rideId = v7();
    const { ride, outbox } = rowsOf(rideId, riderId, wish);
    await this.data.transaction(async (manager) => {
      await manager.insert(RideEntity, ride);
      await manager.insert(OutboxEntity, outbox);
    });
    return rideId;
  }
}

@Controller('rides')
@UseGuards(JwtGuard)
class RidesController {
  constructor(private readonly rides: Rides) {}

  @Post()
  @HttpCode(202)
  async request(
    @Req() { riderId }: { riderId: string },
    @Body() wish: WishDto,
    @Res({ passthrough: true }) response: Response,
  ) {
    const rideId = await this.rides.request(riderId, wish);
    response.location(`/rides/${rideId}`);
    return { rideId };
  }
}

const data = await new DataSource({
  type: 'postgres',
  url,
  entities: [RideEntity, OutboxEntity],
  poolSize: 10,
}).initialize();

@Module({ controllers: [RidesController], providers: [Rides, { provide: DataSource, useValue: data }] })
class RidesModule {}

@Controller('ready')
class ReadyController {
  @Get() ready() {}
}
@Module({ imports: [RidesModule], controllers: [ReadyController] })
class AppModule {}

const app = await NestFactory.create(AppModule, { logger: false });
app.useGlobalPipes(new ValidationPipe({ whitelist: true, transform: true }));
await app.listen(Number(port), '127.0.0.1');
