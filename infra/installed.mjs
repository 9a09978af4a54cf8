// What is installed already, and whether it is what the repository asks for.
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Written last, so that half a download is not taken for a whole one. */
const stamp = 'fetched-by-this.xml';

/** Whether node_modules is what package-lock.json says: npm leaves there what it installed, written when it is done. */
export function packagesAreThere(root) {
  const wanted = lock(join(root, 'package-lock.json'));
  const installed = lock(join(root, 'node_modules', '.package-lock.json'));
  if (wanted === undefined || installed === undefined) return false;
  return Object.entries(wanted).every(([path, { version, link, optional, resolved }]) => {
    if (!path.includes('node_modules/')) return true;
    const there = installed[path];
    // Optional ones are those of other platforms.
    if (there === undefined) return optional === true;
    return link === true ? there.resolved === resolved : there.version === version;
  });
}

function lock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

export function jarsAreThere(jars, pom) {
  const fetched = join(jars, stamp);
  return existsSync(fetched) && readFileSync(fetched, 'utf8') === readFileSync(pom, 'utf8');
}

export function keepJars(jars, pom) {
  copyFileSync(pom, join(jars, stamp));
}
