import { readFile, realpath, stat } from 'node:fs/promises';
import { existsSync, realpathSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { UsageError } from '../usage-error.ts';

/** Content types of what a built web site consists of; anything else is bytes. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html;charset=utf-8',
  '.css': 'text/css;charset=utf-8',
  '.js': 'text/javascript;charset=utf-8',
  '.mjs': 'text/javascript;charset=utf-8',
  '.json': 'application/json;charset=utf-8',
  '.map': 'application/json;charset=utf-8',
  '.webmanifest': 'application/manifest+json;charset=utf-8',
  '.md': 'text/markdown;charset=utf-8',
  '.txt': 'text/plain;charset=utf-8',
  '.xml': 'application/xml;charset=utf-8',
  '.yaml': 'application/yaml;charset=utf-8',
  '.yml': 'application/yaml;charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
};

/** A file of the site, read. */
interface SiteFile {
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** A folder of static files, served as they are on the disk at that moment. */
export class Site {
  readonly #root: string;

  /** @throws {UsageError} when the folder has no index.html */
  constructor(folder: string) {
    if (!existsSync(join(folder, 'index.html'))) {
      throw new UsageError(`There is no index.html in the site's folder ${folder}. Build the site first.`);
    }
    this.#root = realpathSync(folder);
  }

  /** Answers with the file of a URL's path; false, and nothing written, when the folder has none. */
  async serve(path: string, response: ServerResponse): Promise<boolean> {
    const file = await this.#read(path);
    if (file === undefined) return false;
    response.writeHead(200, {
      'content-type': file.contentType,
      'content-length': file.bytes.length,
      // A rebuilt site shows at once; on this machine a second transfer costs nothing.
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
    });
    response.end(file.bytes);
    return true;
  }

  async #read(path: string): Promise<SiteFile | undefined> {
    const name = fileName(path);
    if (name === undefined) return undefined;
    try {
      const file = await realpath(join(this.#root, name));
      // A link may lead out of the folder, whatever the path says.
      if (!file.startsWith(this.#root + sep) || !(await stat(file)).isFile()) return undefined;
      const contentType = contentTypes[extname(file).toLowerCase()] ?? 'application/octet-stream';
      return { contentType, bytes: await readFile(file) };
    } catch {
      return undefined;
    }
  }
}

/** The file that a URL's path names, from the folder on; undefined for names that no built file has. */
function fileName(path: string): string | undefined {
  let name: string;
  try {
    name = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  // Hidden files stay hidden, and with them both dots; a backslash is a separator on some systems.
  const odd = /[\\\0:]/.test(name) || name.split('/').some((segment) => segment.startsWith('.'));
  if (odd || !name.startsWith('/')) return undefined;
  return name.endsWith('/') ? `${name}index.html` : name;
}
