import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../../support/workspace.ts';
import { tryToEmit } from './emit.ts';
import { payloads } from './payloads.ts';
import { textPlaces, withText, type Data } from './places.ts';
import { escapedTexts } from './syntax.ts';

const folder = join(root, 'test/corpus/features');

/** Specs of the corpus, by name: together they use everything that a spec can say. Those of several files are left out. */
export function corpusSpecs(): readonly (readonly [string, Data])[] {
  const files = readdirSync(folder).filter(
    (file) => file.endsWith('.yaml') && file !== 'file-references.yaml',
  );
  return files.toSorted().map((file) => [file, parse(readFileSync(join(folder, file), 'utf8')) as Data]);
}

/** What came of a run. */
export interface Sweep {
  /** Specs that were taken, hostile text and all. The others were refused with a diagnostic. */
  readonly taken: number;
  /** Where a text became code or a path. */
  readonly holes: readonly string[];
}

/**
 * Puts hostile texts into places of a spec, one at a time, and looks at all that is emitted.
 * @param share how many of all pairs of a place and a text are tried: each `share`-th, beginning with one that depends on the spec
 */
export function sweep(name: string, spec: Data, share: number): Sweep {
  const pairs = [...textPlaces(spec)].flatMap((place) => payloads.map((payload) => ({ place, payload })));
  const chosen = pairs.filter((_, index) => (index + name.length) % share === 0);
  let taken = 0;
  const holes = chosen.flatMap(({ place, payload }) => {
    const emitted = tryToEmit(withText(spec, place, payload));
    if (emitted !== undefined) taken += 1;
    const where = `${name} ${place.kind} ${place.path.join('/')}: `;
    return [...(emitted ?? [])].flatMap(([path, content]) => [
      ...(/\.\.|\\|^\/|\/\//.test(path) ? [where + path] : []),
      ...escapedTexts(path, content).map((found) => where + found),
    ]);
  });
  return { taken, holes };
}
