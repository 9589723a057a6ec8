import { createRequire } from 'node:module';
import type * as yaml from 'yaml';

type Library = typeof yaml;

const require = createRequire(import.meta.url);
let loaded: Library | undefined;

/** The YAML library, loaded by the first file that needs it: that takes longer than reading a small spec without it. */
export function library(): Library {
  loaded ??= require('yaml') as Library;
  return loaded;
}
