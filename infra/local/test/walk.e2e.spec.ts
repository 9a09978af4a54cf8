import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { freePorts } from '../src/free-ports.js';
import { services } from '../src/infrastructure.js';
import { FiveServices } from './journey/five-services.js';

/** What the README's ten minutes say, in its words and order. */
const SAID = [
  /BookingHandlers\.follow +booking +RideRequested/,
  /BookingHandlers\.follow fails for good, until it is cleared\./,
  /(?:\{"rideId":"[0-9a-f-]{36}"\} 202\n[^]*){5}/,
  /booking: 3\n +COUNT +KEYS .*\n +3 +3 +RideRequested +BookingHandlers\.follow +broken_on_purpose/,
  /the break [0-9a-f-]{36} has BookingHandlers\.follow fail …/,
  /Nothing is broken any more\./,
  /3 dead letters of 3 after .* s: 3 facts handled, 0 in their queues\./,
  /booking hears nothing\./,
  /"code":"not_ready".*"code":"consumer_paused".*"lag":1/,
  /booking hears again\./,
  /A RideAccepted that nobody can decode is in rides\.v1/,
  /booking: 1\n.*\n +1 +1 +RideAccepted +BookingHandlers\.answer +undecodable/,
  /1 dead letter of 1 after/,
  /The broker is stopp/,
];

/**
 * Runs the README's commands as they stand there, in their order, with what `npm run` leads to and the ports of these services. The
 * broker of a suite is everybody's: what taking it away does is in faults.e2e.spec.ts.
 */
describe('the ten minutes of the README', () => {
  let five: FiveServices;
  let folder: string | undefined;

  beforeAll(async () => {
    const [faults] = await freePorts(1);
    five = await FiveServices.start({ RIDE_BREAKS: 'on', RIDE_FAULTS_PORT: `${faults}`, RIDE_LIMIT_PERSON: 'off' });
    folder = mkdtempSync(join(tmpdir(), 'ride-walk-'));
    const main = join(five.layout.root, 'infra', 'local', 'dist', 'src', 'main.js');
    const npm = `#!/bin/sh\nshift 2; name=$1; shift; [ "$1" = -- ] && shift\nexec "${process.execPath}" "${main}" "$name" "$@"\n`;
    writeFileSync(join(folder, 'npm'), npm);
    chmodSync(join(folder, 'npm'), 0o755);
  }, 180_000);

  afterAll(async () => {
    await five?.stop();
    if (folder) rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it('can be walked by a stranger, and say what they say there', async () => {
    const output = await run([helpers(), ...commandsOf('Ten minutes: break it, watch it, repair it')].join('\n'));
    for (const said of SAID) expect(output).toMatch(said);
  }, 240_000);

  const readme = () => readFileSync(join(five.layout.root, 'README.md'), 'utf8');
  function section(title: string): string {
    const [, text] = readme().split(`\n## ${title}\n`);
    return text!.split('\n## ')[0]!;
  }
  const commandsOf = (title: string) =>
    [...section(title).matchAll(/^```sh\n([^]*?)^```$/gm)].map(([, commands]) => commands!);
  /** `as`, which the section takes from the ride by curl. */
  const helpers = () => /^as\(\) \{[^]*?\}$/m.exec(section('A ride by curl'))![0];

  function run(commands: string): Promise<string> {
    const text = services.reduce(
      (all, name, n) => all.replaceAll(`localhost:${13001 + n}`, new URL(five.url(name)).host),
      commands,
    );
    const env = {
      ...five.env,
      RIDE_LOCAL_DIR: five.layout.dir,
      PATH: `${folder ?? ''}${delimiter}${process.env['PATH']}`,
    };
    return new Promise((resolve, reject) => {
      execFile('bash', ['-c', text], { env, cwd: five.layout.root }, (error, stdout, stderr) => {
        if (stderr !== '') reject(new Error(`${stderr}\n${stdout}`));
        else if (error) reject(error);
        else resolve(stdout);
      });
    });
  }
});
