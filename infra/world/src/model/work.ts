import { UnitOfWork, type Cause, type RoundTx, type Row, type RowClass, type Tx } from '@ride/messaging';
import type { Service } from './service.js';

/** The `UnitOfWork` of libs/messaging over a modelled service. */
export class Work extends UnitOfWork {
  constructor(protected readonly service: Service) {
    super();
  }

  run<T>(cause: Cause, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.service.unit(this.service.clock, cause, work);
  }

  round<T>(cause: Cause, work: (tx: RoundTx) => Promise<T>): Promise<T> {
    return this.service.unit(this.service.clock, cause, work);
  }

  read<R extends Row>(row: RowClass<R>, id: string): Promise<R | undefined> {
    return Promise.resolve(this.service.tables.get(row, id));
  }

  find(name: string): never {
    throw new Error(`The world knows no SQL: give '${name}' a stand-in`);
  }
}
