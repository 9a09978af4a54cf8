import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settings, VARIABLES } from '@ride/configuration';
import { parseAllDocuments } from 'yaml';
import { apps } from '../../infrastructure.js';
import { repositoryRoot } from '../../layout.js';
import { hearers } from './autoscaling.js';
import { rendered } from './kustomize.js';
import { manifests } from './manifests.js';
import type { Resource } from './resource.js';
import { complaintsAbout } from './schemas.js';

const root = repositoryRoot();
const overlays = ['local', 'production'];
const at = (overlay: string) => join(root, 'infra/kubernetes/overlays', overlay);
const kubectl = () => execFileSync('kubectl', ['version', '--client'], { stdio: 'ignore' });
const hasKubectl = (() => {
  try {
    kubectl();
    return true;
  } catch {
    return false;
  }
})();
const sorted = (all: readonly Resource[]) =>
  [...all].sort((a, b) => `${a.kind} ${a.metadata.name}`.localeCompare(`${b.kind} ${b.metadata.name}`));
const of = (all: readonly Resource[], kind: string, name: string) => {
  const found = all.find((each) => each.kind === kind && each.metadata.name === name);
  if (!found) throw new Error(`no ${kind} ${name}`);
  return found as Resource & { readonly spec: never; readonly data: Record<string, string> };
};

describe('infra/kubernetes', () => {
  it('is what the code says', () => {
    const stale = manifests().filter(({ path, content }) => {
      const file = join(root, path);
      return !existsSync(file) || readFileSync(file, 'utf8') !== content;
    });
    expect(stale.map(({ path }) => `${path}: run \`npm run docs\` and commit it.`)).toEqual([]);
  });

  describe.each(overlays)('overlay %s', (overlay) => {
    const all = rendered(at(overlay));

    it('is valid, each by the schema of its kind', async () => {
      const complaints = await Promise.all(all.map(complaintsAbout));
      expect(complaints.flat()).toEqual([]);
      expect(all.length).toBeGreaterThan(30);
    });

    (hasKubectl ? it : it.skip)('is read by the check as kubectl reads it', () => {
      const text = execFileSync('kubectl', ['kustomize', at(overlay)], { encoding: 'utf8' });
      const theirs = parseAllDocuments(text).map((document) => document.toJS() as Resource);
      expect(sorted(all)).toEqual(sorted(theirs));
    });

    it('has settings that every service takes', () => {
      const { data } = of(all, 'ConfigMap', 'ride');
      const own = all.find(({ kind }) => kind === 'Secret') as { readonly stringData?: typeof data } | undefined;
      const given = { ...(own?.stringData ?? SECRETS), ...data };
      const files = VARIABLES.filter(({ kind, name }) => kind === 'path' && name in given).map(({ name }) => name);
      // Files are read when they are needed; here there are none.
      const here = settings(
        Object.fromEntries(Object.entries(given).filter(([name]) => !files.includes(name as never))),
      );
      expect(here).toMatchObject({ env: overlay, host: '0.0.0.0', migrations: 'wait', namespace: '' });
      expect(Object.keys(data)).not.toEqual(expect.arrayContaining(Object.keys(SECRETS)));
    });

    it.each(apps)('runs %s at its port, by its program, with its probes', (name) => {
      const deployment = of(all, 'Deployment', name);
      const { ports } = settings({});
      expect(deployment).toMatchObject({
        spec: {
          template: {
            spec: {
              securityContext: { runAsNonRoot: true },
              containers: [
                {
                  args: [`apps/${name}/dist/src/main.js`],
                  ports: [{ name: 'http', containerPort: ports[name] }],
                  startupProbe: { httpGet: { path: '/health/started', port: 'http' } },
                  livenessProbe: { httpGet: { path: '/health/live', port: 'http' } },
                  readinessProbe: { httpGet: { path: '/health/ready', port: 'http' } },
                  securityContext: { readOnlyRootFilesystem: true, allowPrivilegeEscalation: false },
                },
              ],
            },
          },
        },
      });
      const health = readFileSync(join(root, 'docs/health.md'), 'utf8');
      for (const path of ['/health/started', '/health/live', '/health/ready'])
        expect(health).toContain(`\`GET ${path}\``);
      expect(existsSync(join(root, 'apps', name, 'src/main.ts'))).toBe(true);
      expect(of(all, 'Job', `migrate-${name}`)).toMatchObject({
        spec: { template: { spec: { containers: [{ args: [`apps/${name}/dist/src/main.js`, 'migrate'] }] } } },
      });
      const chosen = { 'app.kubernetes.io/name': name };
      expect(of(all, 'Service', name)).toMatchObject({ spec: { selector: chosen, ports: [{ targetPort: 'http' }] } });
      expect(of(all, 'PodDisruptionBudget', name)).toMatchObject({ spec: { selector: { matchLabels: chosen } } });
      expect(of(all, 'NetworkPolicy', name)).toMatchObject({ spec: { podSelector: { matchLabels: chosen } } });
    });
  });

  it('scales by every consumer group that there is', () => {
    const all = rendered(at('production'));
    const triggers = all
      .filter(({ kind }) => kind === 'ScaledObject')
      .flatMap(({ spec }) => (spec as { triggers: { metadata: { consumerGroup: string; topic: string } }[] }).triggers)
      .map(({ metadata }) => `${metadata.consumerGroup} on ${metadata.topic}`);
    const groups = hearers().map(({ group, topic }) => `${group} on ${topic}`);
    expect(groups).toContain('booking on rides.v1');
    expect(triggers.sort()).toEqual(groups.sort());
  });

  it('would be told of a mistake', async () => {
    const [{ spec }] = [of(rendered(at('local')), 'Deployment', 'booking')];
    const mistaken = (wrong: object) => complaintsAbout({ ...base, spec: { ...(spec as object), ...wrong } });
    const base = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'x' } };
    expect(await mistaken({})).toEqual([]);
    expect(await mistaken({ replicas: 'two' })).toEqual([expect.stringMatching(/spec\/replicas: .*integer/)]);
    expect(await mistaken({ replcas: 2 })).toEqual(['Deployment x/spec/replcas: unknown']);
    expect(await complaintsAbout({ ...base, apiVersion: 'apps/v2' })).toEqual([
      expect.stringContaining('nobody knows'),
    ]);
  });
});

/** Those that a secret holds: see docs/operating.md. */
const SECRETS = {
  RIDE_POSTGRES_URL: 'postgres://ride:secret@db.example.com:5432?sslmode=verify-full',
  RIDE_REDIS_URL: 'rediss://redis.example.com:6379',
  RIDE_PIN_SECRET: 'a-secret-of-at-least-thirty-two-characters',
  RIDE_KAFKA_SASL_PASSWORD: 'secret',
};
