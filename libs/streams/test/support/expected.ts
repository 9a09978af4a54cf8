import type { Streams } from '../../src/streams.js';
import { Reading } from '../../src/run/reading.js';
import { Task } from '../../src/task/task.js';
import type { ShopWorld } from './shop-world.js';

/** By id, what should have been said: worked out from the repartition topic by the task alone, without anything that can die. */
export async function expected(world: ShopWorld, app: Streams, partitions: number): Promise<Map<string, unknown>> {
  const sub = app.shape.subTopologies[1]!;
  const topic = sub.inputs[0]!.topic;
  const said = new Map<string, unknown>();
  for (let partition = 0; partition < partitions; partition += 1) {
    const task = new Task(app.name, sub, partition);
    const reading = new Reading(sub, {} as never);
    const { end } = await world.taskLog.range(world.physical(topic), partition);
    for (let at = 0; at < end;) {
      const wanted = { topic: world.physical(topic), partition, offset: at };
      const [fetched] = await world.taskLog.fetch([wanted], { waitMs: 100, maxBytes: 1 << 20 });
      for (const { record, offset } of await reading.read(topic, fetched!)) {
        task.process(record!);
        at = offset + 1;
      }
    }
    task.close();
    for (const output of task.take().outputs) if (output.to === 'log') said.set(output.id, output.fact.data);
  }
  return said;
}
