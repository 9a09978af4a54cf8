import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Finding } from '../preflight/finding.js';
import { Refused } from './exit.js';
import { runTool } from './run-tool.js';

const run = promisify(execFile);
const ANSWER_WITHIN_MS = 30_000;

/** What compose runs instead of us: the ports that it holds are no other program's. */
export const PORTS_IN_COMPOSE: readonly string[] = [
  'RIDE_KAFKA_PORT',
  'RIDE_KAFKA_CONTROLLER_PORT',
  'RIDE_POSTGRES_PORT',
  'RIDE_REDIS_PORT',
  'RIDE_SCHEMA_REGISTRY_PORT',
];

interface Place {
  /** The repository. */
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

/** What keeps Docker from running the infrastructure here, each with what to do. */
export async function dockerFindings(place: Place): Promise<readonly Finding[]> {
  const asked = async (...args: readonly string[]): Promise<'ok' | 'refused' | 'missing'> => {
    try {
      await run('docker', [...args], { ...place, timeout: ANSWER_WITHIN_MS });
      return 'ok';
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'refused';
    }
  };
  const engine = await asked('info');
  if (engine === 'missing')
    return [
      {
        code: 'docker_missing',
        what: 'There is no docker on the PATH.',
        todo: 'Install Docker (https://docs.docker.com/engine/install), or leave --docker out: npm start needs none.',
      },
    ];
  const findings: Finding[] = [];
  if ((await asked('compose', 'version')) !== 'ok')
    findings.push({
      code: 'docker_compose_missing',
      what: 'Docker has no compose here.',
      todo: 'Install its plugin (https://docs.docker.com/compose/install), or leave --docker out.',
    });
  if (engine === 'refused')
    findings.push({
      code: 'docker_not_running',
      what: 'Docker’s engine does not answer.',
      todo: 'Start it, and see what `docker info` says; or leave --docker out.',
    });
  return findings;
}

/** Has compose run the infrastructure. Throws Refused when it can't; with `fresh`, what was kept is dropped first. */
export async function composeUp(place: Place, fresh: boolean): Promise<void> {
  const findings = await dockerFindings(place);
  if (findings.length > 0) throw new Refused('', findings);
  if (fresh) await runTool('docker', ['compose', 'down', '--volumes'], place);
  const code = await runTool('docker', ['compose', 'up', '--wait'], place);
  if (code !== 0)
    throw new Refused('', [
      {
        code: 'docker_compose_failed',
        what: `docker compose up --wait ended with exit code ${code}.`,
        todo: 'See what is above, and what `docker compose logs` says.',
      },
    ]);
}

/** What was said is kept in compose's volumes. */
export async function composeStop(place: Place): Promise<void> {
  await run('docker', ['compose', 'stop'], place);
}
