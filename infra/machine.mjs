// Plain JavaScript without dependencies: set-up asks this before anything is installed, on whatever Node there is.
import { execFile } from 'node:child_process';
import { readFileSync, statfsSync } from 'node:fs';
import { freemem, platform } from 'node:os';

/** Everything that this machine lacks: `{ code, what, todo }` each. Codes are stable. */
export async function machineFindings({ root, cold, jarsMissing, env = process.env }) {
  const [java, maven] = await Promise.all([
    output('java', ['-version'], env),
    jarsMissing ? output('mvn', ['-v'], env) : '',
  ]);
  const major = javaMajor(java);
  const findings = [];
  if (major === undefined) {
    findings.push({
      code: 'java_missing',
      what: 'Java is not on the PATH; Kafka and the schema registry need it.',
      todo: 'Install a Java 17 or newer: apt-get install openjdk-17-jre-headless, brew install openjdk@17, winget install EclipseAdoptium.Temurin.17.JRE',
    });
  } else if (major < 17) {
    findings.push({
      code: 'java_too_old',
      what: `Java ${major} is on the PATH; Kafka needs 17 or newer.`,
      todo: 'Install Java 17 or newer and put its bin folder first in PATH.',
    });
  }
  if (maven === undefined) {
    findings.push({
      code: 'maven_missing',
      what: 'Maven (mvn) is not on the PATH; it fetches Kafka, Redis and the schema registry, once.',
      todo: 'Install it: apt-get install maven, brew install maven, winget install Apache.Maven',
    });
  }
  findings.push(...sizeFindings({ ...sizes(root), cold }));
  return findings;
}

/** The major version in what `java -version` says: 17 of "17.0.15", 8 of "1.8.0_402"; undefined when there is none. */
export function javaMajor(said) {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(said ?? '') ?? [];
  if (first === undefined) return undefined;
  return first === '1' ? Number(second) : Number(first);
}

/** What is too small, sizes in megabytes. */
export function sizeFindings({ memory, disk, cold }) {
  const findings = [];
  const diskNeeded = cold ? 3000 : 1000;
  if (memory < 1800) {
    findings.push({
      code: 'memory_low',
      what: `Only ${memory} MB of memory are free; the stack and five services take about 1800.`,
      todo: 'Close something large, or give the machine (container, WSL) more memory.',
    });
  }
  if (disk < diskNeeded) {
    findings.push({
      code: 'disk_full',
      what: `Only ${disk} MB are free on the disk; ${diskNeeded} are needed.`,
      todo: 'Make room. What Ride keeps of earlier runs is in .local/data; npm start -- --fresh drops it.',
    });
  }
  return findings;
}

function sizes(root) {
  const { bavail, bsize } = statfsSync(root);
  return { memory: availableMemory(), disk: Math.floor((bavail * bsize) / 1e6) };
}

/** Megabytes that a program could still take. On macOS `freemem` leaves out what the system would give back: not judged. */
function availableMemory() {
  if (platform() === 'darwin') return Infinity;
  let free = freemem() / 1e6;
  try {
    free = Number(/MemAvailable:\s+(\d+)/.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1]) / 1000;
  } catch {
    // No Linux.
  }
  return Math.floor(free);
}

/** What a program says, on either channel; undefined when it is not there or fails. */
function output(file, args, env) {
  return new Promise((resolve) => {
    execFile(file, args, { env, shell: platform() === 'win32' }, (error, stdout, stderr) =>
      resolve(error ? undefined : stdout + stderr),
    );
  });
}

/** The findings as people read them. */
export function explain(findings) {
  const lines = findings.map(({ code, what, todo }) => `  ${what}\n    → ${todo}  [${code}]`);
  return `Ride can't start yet:\n${lines.join('\n')}`;
}
