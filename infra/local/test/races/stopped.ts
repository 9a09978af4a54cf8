import { type ServiceName } from '../../src/infrastructure.js';
import { pidOf } from '../../src/kill-nine.js';
import { type Layout } from '../../src/layout.js';

/** Does something while services stand still, as by SIGSTOP; afterwards they all go on in the same moment. */
export async function whileStopped<T>(
  layout: Layout,
  services: readonly ServiceName[],
  act: () => Promise<T>,
): Promise<T> {
  const pids = services.map((service) => {
    const pid = pidOf(layout, service);
    if (pid === undefined) throw new Error(`${service} does not run in ${layout.dir}.`);
    return pid;
  });
  for (const pid of pids) process.kill(pid, 'SIGSTOP');
  try {
    return await act();
  } finally {
    for (const pid of pids) process.kill(pid, 'SIGCONT');
  }
}
