import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadModel, type ApiModel } from '@swas/generator-model';
import { parse } from 'yaml';

const corpus = join(import.meta.dirname, '..');

/** Requests of one operation. */
export interface Requests {
  /** Each must reach the gateway unchanged and be answered with success. */
  readonly accept: readonly object[];
  /** Each must be refused by the client before it is sent, and by the gateway when it is sent all the same. */
  readonly refuse: readonly object[];
}

/** A small spec that shows one feature, with requests for each of its operations. */
export interface Feature {
  readonly name: string;
  readonly model: ApiModel;
  /** By the operation's wire name. */
  readonly requests: Readonly<Record<string, Requests>>;
}

/** Every feature of the corpus: `features/<name>.yaml` with `requests/<name>.yaml`. */
export function loadFeatures(): readonly Feature[] {
  const files = readdirSync(join(corpus, 'features')).filter((file) => file.endsWith('.yaml'));
  return files.toSorted().map((file) => ({
    name: file.slice(0, -'.yaml'.length),
    model: loadModel(join(corpus, 'features', file)),
    requests: parse(readFileSync(join(corpus, 'requests', file), 'utf8')) as Feature['requests'],
  }));
}
