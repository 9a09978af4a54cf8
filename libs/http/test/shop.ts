import { Body, Controller, HttpCode, Module, Param, Post } from '@nestjs/common';
import { Rejected } from '@ride/decider';
import { ServiceModule, UnitOfWork } from '@ride/messaging';
import { Column, Entity, PrimaryColumn, type MigrationInterface, type QueryRunner } from 'typeorm';
import { v7 } from 'uuid';
import { z } from 'zod';
import { Allow, Caller, IdempotencyKeys1764700000000, Once, Uuid } from '../src/index.js';
import { noOutcomes } from './place-to-test.js';

@Entity('shop_order')
export class OrderRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') person!: string;
  @Column('int') tries!: number;
  @Column('boolean') paid!: boolean;
}
class ShopOrders1764000000100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE TABLE shop_order (id uuid PRIMARY KEY, person uuid, tries int, paid boolean)');
  }
  async down(): Promise<void> {
    throw new Error('a suite drops its database');
  }
}

type Wish = z.infer<typeof Wish>;
const Wish = z.object({ what: z.string(), many: z.number() });
type Payment = z.infer<typeof Payment>;
const Payment = z.object({ card: z.string() });

@Controller('orders')
@Allow('rider')
class OrderController {
  constructor(private readonly work: UnitOfWork) {}

  @Post()
  order(@Caller() { sub: person }: Caller, @Once() once: Once, @Body({ schema: Wish }) { what, many }: Wish) {
    const id = v7();
    return once.run(this.work, async (tx) => {
      await tx.load(OrderRow, id);
      tx.save(OrderRow, { id, person, tries: 0, paid: false });
      // Fields whose order neither PostgreSQL nor the alphabet would choose.
      return { body: { what, id, é: 'ü', a: null, many: [many, { 'zero-': 0, b: 1e21 }] }, location: `/orders/${id}` };
    });
  }

  /** A wrong card counts; a lost one doesn't. */
  @Post(':id/payment')
  @HttpCode(204)
  pay(
    @Once() once: Once,
    @Param('id', { schema: Uuid }) id: string,
    @Body({ schema: Payment }) { card }: Payment,
  ): Promise<void> {
    return once.run(this.work, async (tx) => {
      const order = (await tx.load(OrderRow, id))!;
      tx.save(OrderRow, { ...order, tries: order.tries + 1, paid: card === 'right' });
      if (card === 'lost') throw new Rejected('lost_card', 'Find it.');
      return card === 'right' ? undefined : new Rejected('wrong_card', 'Take the right one.');
    });
  }
}

/** A service that starts something by POST. */
@Module({
  imports: [ServiceModule.named('rider', { migrations: [IdempotencyKeys1764700000000, ShopOrders1764000000100] })],
  controllers: [OrderController],
  providers: [noOutcomes],
})
export class ShopModule {}
