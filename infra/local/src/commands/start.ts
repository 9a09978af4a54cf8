import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { settings, type Settings } from '@ride/configuration';
import { services } from '../infrastructure.js';
import { interrupted, interruption } from '../interrupted.js';
import { type Layout } from '../layout.js';
import { say } from '../terminal.js';
import { everything } from '../whole-stack.js';
import { runNode } from './run-node.js';
import { ourLayout, withStack } from './with-stack.js';

/** `npm start [-- --fresh --no-ride --without NAME]`: the whole stack, a first ride, and then until Ctrl-C. */
export async function start(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      fresh: { type: 'boolean', default: false },
      'no-ride': { type: 'boolean', default: false },
      without: { type: 'string', multiple: true, default: [] },
    },
  });
  const layout = ourLayout();
  const components = everything.filter((name) => !values.without.includes(name));
  // What it runs is there to be tried out, and broken.
  const set = { RIDE_BREAKS: 'on' };
  return withStack({ components, fresh: values.fresh, attach: false, set }, async (env) => {
    if (!values['no-ride'] && components.length === everything.length) {
      say('');
      const code = await runNode(simulator(layout), ['--first-ride'], env);
      if (interrupted.aborted) return 0;
      if (code !== 0) {
        say(`\nThe first ride failed (exit code ${code}). What the services say is in ${layout.logs}.`);
        return code;
      }
    }
    say(addresses(layout, settings(env)));
    await interruption();
    return 0;
  });
}

export function simulator({ root }: Layout): string {
  return join(root, 'apps', 'simulator', 'dist', 'src', 'main.js');
}

function addresses(layout: Layout, here: Settings): string {
  const { ports, urls, kafka, postgres, redis, registry, identity, breaks } = here;
  const rows = [
    ...services.map((name) => [name, `${urls[name]}   OpenAPI: ${urls[name]}/docs`]),
    ['console', `${urls.console}   OpenAPI: ${urls.console}/docs`],
    ...(breaks ? [['faults', `http://127.0.0.1:${ports.faults}/faults   npm run break -- --help`]] : []),
    ['Kafka', kafka.brokers.join(', ')],
    ['PostgreSQL', `${postgres.url}/ride_<service>`],
    ['Redis', redis.url],
    ['schemas', registry.url],
    ['registry', `http://127.0.0.1:${ports.registry}`],
    ['issuer', identity.issuer],
    ['logs', layout.logs],
  ];
  const table = rows.map(([name, where]) => `  ${(name ?? '').padEnd(13)} ${where}`).join('\n');
  return [
    `\nRide runs.\n${table}`,
    '\n  A token:       npm run -s token -- rider    (or driver, operator)',
    '  More rides:    npm run simulate -- --limit 50',
    '  Stop:          Ctrl-C; what was said stays, npm start -- --fresh drops it\n',
  ].join('\n');
}
