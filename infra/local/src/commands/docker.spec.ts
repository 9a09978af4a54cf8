import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { composeStop, composeUp, dockerFindings } from './docker.js';
import { Refused } from './exit.js';

describe('npm start -- --docker', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ride-docker-'));
  const asked = join(folder, 'asked');
  afterAll(() => rmSync(folder, { recursive: true }));

  /** A docker that notes what it is asked and fails what begins with one of `fails`. */
  const withDocker = (...fails: readonly string[]) => {
    const cases = fails.map((args) => `'${args}'*) exit 1;;`).join(' ');
    writeFileSync(join(folder, 'docker'), `#!/bin/sh\necho "$*" >> '${asked}'\ncase "$*" in ${cases} esac\n`);
    chmodSync(join(folder, 'docker'), 0o755);
    writeFileSync(asked, '');
    return { cwd: folder, env: { PATH: [folder, '/bin', '/usr/bin'].join(delimiter) } };
  };
  const codes = async (place: { cwd: string; env: NodeJS.ProcessEnv }) =>
    (await dockerFindings(place)).map(({ code }) => code);

  it('says where there is no Docker, and what to do instead', async () => {
    const [finding, ...more] = await dockerFindings({ cwd: folder, env: { PATH: join(folder, 'nothing') } });
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ code: 'docker_missing', todo: expect.stringContaining('leave --docker out') });
  });

  it('says that its engine does not run, or that it has no compose', async () => {
    expect(await codes(withDocker('info'))).toEqual(['docker_not_running']);
    expect(await codes(withDocker('compose version'))).toEqual(['docker_compose_missing']);
    expect(await codes(withDocker('info', 'compose version'))).toEqual([
      'docker_compose_missing',
      'docker_not_running',
    ]);
    expect(await codes(withDocker())).toEqual([]);
  });

  it('has compose run the infrastructure, and stop it', async () => {
    const place = withDocker();
    await composeUp(place, true);
    await composeStop(place);
    expect(readFileSync(asked, 'utf8').trim().split('\n')).toEqual([
      'info',
      'compose version',
      'compose down --volumes',
      'compose up --wait',
      'compose stop',
    ]);
  });

  it('does not go on when compose fails', async () => {
    const failed = composeUp(withDocker('compose up'), false).catch((error: unknown) => error);
    const error = await failed;
    expect(error).toBeInstanceOf(Refused);
    expect((error as Refused).findings.map(({ code }) => code)).toEqual(['docker_compose_failed']);
  });
});
