import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { freePorts } from '../free-ports.js';
import { layout } from '../layout.js';
import { explain } from './finding.js';
import { portFindings } from './ports.js';
import { preflight } from './preflight.js';

describe('preflight', () => {
  let server: Server;
  let port: number;

  beforeAll(async () => {
    [port = 0] = await freePorts(1);
    server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
  });

  afterAll(() => server.close());

  it('names who holds a port, by pid and command, and the variable that moves it', async () => {
    const findings = await portFindings(new Map([['RIDE_REDIS_PORT', port]]));
    expect(findings).toEqual([
      {
        code: 'port_held',
        what: expect.stringContaining(`Port ${port} is held by pid ${process.pid} (`),
        todo: expect.stringContaining('RIDE_REDIS_PORT='),
      },
    ]);
  });

  it('finds nothing wrong with free ports, and one port given twice', async () => {
    const [a = 0, b = 0] = await freePorts(2);
    expect(await portFindings(new Map([['RIDE_A_PORT', a]]))).toEqual([]);
    const twice = await portFindings(
      new Map([
        ['RIDE_A_PORT', b],
        ['RIDE_B_PORT', b],
      ]),
    );
    expect(twice.map(({ code }) => code)).toEqual(['port_twice']);
  });

  it('lists a setting that is refused and a port that is held at once, each with what to do', async () => {
    const findings = await preflight(layout(), {
      RIDE_KAFKA_PROT: '1',
      RIDE_OFFER_MS: 'soon',
      RIDE_RIDER_PORT: `${port}`,
    });
    const codes = findings.map(({ code }) => code);
    expect(codes.filter((code) => code === 'setting_refused')).toHaveLength(2);
    expect(codes).toContain('port_held');
    const said = explain(findings);
    expect(said).toContain('RIDE_KAFKA_PROT is not a setting of Ride. Did you mean RIDE_KAFKA_PORT?');
    expect(said).toContain('RIDE_OFFER_MS must be');
    expect(said).toContain('[setting_refused]');
  });

  it('names settings that do not fit together, and looks at the ports all the same', async () => {
    const findings = await preflight(layout(), {
      RIDE_KAFKA_SASL_MECHANISM: 'plain',
      RIDE_KAFKA_SASL_USERNAME: 'ride',
      RIDE_KAFKA_SASL_PASSWORD: 'hunter2',
      RIDE_RIDER_PORT: `${port}`,
    });
    const codes = findings.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['setting_refused', 'port_held']));
    expect(explain(findings)).toContain('RIDE_KAFKA_SASL_PLAIN_WITHOUT_TLS to allow');
  });
});
