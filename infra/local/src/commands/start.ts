import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { settings, type Settings } from '@ride/configuration';
import { infrastructureNames, services } from '../infrastructure.js';
import { interrupted, interruption } from '../interrupted.js';
import { type Layout } from '../layout.js';
import { say } from '../terminal.js';
import { everything } from '../whole-stack.js';
import { composeStop, composeUp, PORTS_IN_COMPOSE } from './docker.js';
import { runNode } from './run-node.js';
import { ourLayout, withStack } from './with-stack.js';

/** `npm start [-- --fresh --no-ride --docker --without NAME]`: the whole stack, a first ride, and then until Ctrl-C. */
export async function start(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      fresh: { type: 'boolean', default: false },
      'no-ride': { type: 'boolean', default: false },
      docker: { type: 'boolean', default: false },
      without: { type: 'string', multiple: true, default: [] },
    },
  });
  const layout = ourLayout();
  const place = { cwd: layout.root, env: process.env };
  const without = [...values.without, ...(values.docker ? infrastructureNames : [])];
  const components = everything.filter((name) => !without.includes(name));
  if (values.docker) await composeUp(place, values.fresh);
  const held = values.docker ? PORTS_IN_COMPOSE : [];
  const isWhole = values.without.length === 0;
  // What it runs is there to be tried out, and broken.
  const set = { RIDE_BREAKS: 'on' };
  const code = await withStack({ components, fresh: values.fresh, attach: false, held, set }, async (env) => {
    if (!values['no-ride'] && isWhole) {
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
  if (values.docker) await composeStop(place);
  return code;
}

export function simulator({ root }: Layout): string {
  return join(root, 'apps', 'simulator', 'dist', 'src', 'main.js');
}

function addresses(layout: Layout, here: Settings): string {
  const { ports, urls, kafka, postgres, redis, registry, identity, breaks } = here;
  const rows = [
    ...services.map((name) => [name, `${urls[name]}   OpenAPI: ${urls[name]}/docs`]),
    ['insights', `${urls.insights}   OpenAPI: ${urls.insights}/docs`],
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
