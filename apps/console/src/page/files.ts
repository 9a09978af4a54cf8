import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

export interface PageFile {
  readonly status: number;
  readonly type: string;
  readonly content: Buffer;
  /** By gzip, where that makes it smaller. */
  readonly packed?: Buffer;
  readonly etag: string;
  readonly cacheControl: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
};
/** Names that have the content's hash in them never change what they hold. */
const FOR_EVER = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'no-cache';

/** The console's folder, from its source as from what is compiled of it. */
const [before = ''] = fileURLToPath(import.meta.url).split(`${sep}console${sep}`);
/** Where web/build.mjs leaves the page. */
export const FOLDER = join(before, 'console', 'dist', 'web');

export const NOT_BUILT = fileOf(
  '/index.html',
  Buffer.from(
    '<!doctype html><title>Ride</title><p>The page is not built: node apps/console/web/build.mjs, then start again.',
  ),
  503,
);

/** The files of a folder by the path at which they are found; none when it isn't there. */
export function filesIn(folder: string): ReadonlyMap<string, PageFile> {
  if (!existsSync(folder)) return new Map();
  const names = globSync('**/*', { cwd: folder }).filter((name) => statSync(join(folder, name)).isFile());
  return new Map(
    names.map((name) => {
      const path = `/${name.split(sep).join('/')}`;
      return [path, fileOf(path, readFileSync(join(folder, name)))];
    }),
  );
}

function fileOf(path: string, content: Buffer, status = 200): PageFile {
  const packed = extname(path) === '.map' ? undefined : gzipSync(content);
  return {
    status,
    type: TYPES[extname(path)] ?? 'application/octet-stream',
    content,
    ...(packed !== undefined && packed.length < content.length && { packed }),
    etag: `"${createHash('sha256').update(content).digest('base64url').slice(0, 27)}"`,
    cacheControl: path.startsWith('/assets/') ? FOR_EVER : ASK_AGAIN,
  };
}
