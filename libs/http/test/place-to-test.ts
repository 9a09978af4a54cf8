import {
  Body,
  Controller,
  Get,
  HttpCode,
  Injectable,
  Module,
  Param,
  Post,
  type INestApplication,
  type Type,
} from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Rejected } from '@ride/decider';
import { databaseUrl, ServiceModule, UnitOfWork } from '@ride/messaging';
import { currentCause } from '@ride/observability';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { z } from 'zod';
import {
  Allow,
  Caller,
  IdempotencyKeys1764700000000,
  Limit,
  LiveUpdates,
  LiveUpdates1764000000001,
  LiveUpdatesByAge1764200000000,
  LiveUpdatesModule,
  Operation,
  Outcomes,
  Public,
  Uuid,
  WithoutKey,
} from '../src/index.js';
import { edgeAdapter } from '../src/adapter.js';
import { HttpModule } from '../src/http.module.js';
import { setUpEdge } from '../src/serve.js';

type Note = z.infer<typeof Note>;
const Note = z.object({ to: Uuid, texts: z.array(z.string().min(1)) });
type Passing = z.infer<typeof Passing>;
const Passing = z.object({ to: Uuid, of: z.string(), time: z.number(), text: z.string() });

@Controller('notes')
@Allow('rider', 'operator')
class NotesController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly live: LiveUpdates,
  ) {}

  @Get('me')
  me(@Caller() caller: Caller) {
    return caller;
  }
  @Post()
  @Operation({
    id: 'writeNotes',
    summary: 'Say each text to the person',
    answers: { 202: { description: 'said', body: null } },
  })
  @WithoutKey()
  async write(@Caller() { cause }: Caller, @Body({ schema: Note }) { to, texts }: Note) {
    await this.work.run(cause, async (tx) => {
      for (const text of texts) await this.live.say(tx, to, 'note.written', { text });
    });
  }
  @Post('passing')
  @HttpCode(202)
  @WithoutKey()
  async pass(@Body({ schema: Passing }) { to, of, time, text }: Passing) {
    await this.live.glimpse(to, { of, type: 'note.passing', data: { text }, time }, 60_000);
  }
  @Get('passing/:of')
  async newest(@Param('of') of: string) {
    return { newest: await this.live.newest('note.passing', of) };
  }
  @Post('cause')
  @WithoutKey()
  handled(@Body() _: unknown) {
    return currentCause();
  }
  @Get('seldom')
  @Limit(0.3)
  @Operation({
    id: 'getSeldom',
    summary: 'What is not asked for often',
    answers: { 200: { description: 'here', body: z.object({}) } },
  })
  seldom() {
    return {};
  }
  @Get('refused')
  @Allow('rider')
  refused(): never {
    throw new Rejected('already_written', 'Write another one.');
  }
  @Get('broken')
  @Public()
  broken(): never {
    throw new TypeError('secret detail');
  }
  @Get('unreachable')
  @Public()
  unreachable(): never {
    throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  }
  @Get(':id')
  one(@Param('id', { schema: Uuid }) id: string) {
    return { id };
  }
}

@Injectable()
class NoOutcomes extends Outcomes {
  async outcomes(rideIds: readonly string[]) {
    return rideIds.slice(0, 1).map((rideId) => ({ rideId, outcome: 'completed' as const, endings: 1 }));
  }
}

export const noOutcomes = { provide: Outcomes, useClass: NoOutcomes };

@Module({
  imports: [
    ServiceModule.named('rider', {
      migrations: [LiveUpdates1764000000001, LiveUpdatesByAge1764200000000, IdempotencyKeys1764700000000],
    }),
    LiveUpdatesModule.named('rider', { 'note.written': z.object({ text: z.string() }) }, 'rider'),
  ],
  controllers: [NotesController],
  providers: [noOutcomes],
})
export class NotesModule {}

/** Runs a statement beside the service's own database, in which its name is put for NAME. */
async function onServer(sql: string): Promise<void> {
  const url = new URL(databaseUrl('rider'));
  const name = url.pathname.slice(1);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(sql.replace('NAME', `"${name}"`));
  await client.end();
}
export const createDatabase = () => onServer('CREATE DATABASE NAME');
export const dropDatabase = () => onServer('DROP DATABASE NAME WITH (FORCE)');

/** A service of one controller, with its edge and database, but nothing to hear: Kafka stays out of it. */
export async function startNotes(module: Type = NotesModule): Promise<{ app: INestApplication; url: string }> {
  const built = await Test.createTestingModule({ imports: [HttpModule.around(module, 'rider')] }).compile();
  const app = built.createNestApplication<NestFastifyApplication>(edgeAdapter(), {
    bodyParser: false,
  });
  setUpEdge(app, 'rider');
  await app.listen(0, '127.0.0.1');
  return { app, url: `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}` };
}
