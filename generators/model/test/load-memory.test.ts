import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DiagnosticError, LoadMemory, loadSpec, type ApiModel } from '../src/index.ts';
import { watchedSpec } from './support/watched-spec.ts';
import { writeFolder } from './support/load.ts';

/** What a load answers or throws, as plain data. */
function outcomeOf(path: string, memory?: LoadMemory): unknown {
  try {
    const { model, files, warnings } = loadSpec(path, memory === undefined ? {} : { memory });
    memory?.keep();
    // The order of keys reaches emitted code; lines are looked up alone.
    const { lines, ...rest } = model;
    return { model: JSON.stringify(rest), lines, files, warnings };
  } catch (error) {
    if (error instanceof DiagnosticError) return error.diagnostics;
    throw error;
  }
}

const partsText = 'A: { type: string }\nP: { name: P, in: query, schema: { type: string } }\n';

/** A spec that is saved again and again: by turns to be read with and without a memory. */
class Edited {
  readonly path = join(writeFolder({ 'openapi.yaml': '', 'parts.yaml': partsText }), 'openapi.yaml');
  readonly memory = new LoadMemory();

  save(text: string): this {
    writeFileSync(this.path, text);
    return this;
  }

  load(): ApiModel {
    const { model } = loadSpec(this.path, { memory: this.memory });
    this.memory.keep();
    return model;
  }

  /** What both ways of loading answer or throw. */
  outcomes(): { readonly warm: unknown; readonly cold: unknown } {
    return { warm: outcomeOf(this.path, this.memory), cold: outcomeOf(this.path) };
  }
}

/** Texts in the spec, and what an editor may put in their place. */
const replacements = fc.constantFrom<readonly [string, string]>(
  ['summary: Acts.', 'summary: Acts well.'],
  ['summary: Acts.', 'sumary: Acts.'],
  ['summary: Acts.', 'summary: |\n        Acts.\n\n        Well.\n'],
  ['operationId: Second', 'operationId: First'],
  ['Second', 'IsFirstError'],
  ['/Third:', '/Second:'],
  ['schemas/Id', 'schemas/Page'],
  ['schemas/Id', 'responses/Id'],
  ['#/components/schemas/Id', 'parts.yaml#/A'],
  ['#/components/schemas/Id', '#/paths/~1First/post/parameters/0/schema'],
  ['#/components/parameters/Region', '#/paths/~1Second/post/parameters/1'],
  ['page: p', 'page: q'],
  ['type: string', 'type: integer'],
  ['type: string', "type: 'string'"],
  ['minLength: 1', 'minLength: 1, maxLength: 0'],
  ['default: a', 'default: b'],
  ['type: string', 'type: string, example: 2'],
  ['# between', '# between, and more\n  # and more'],
  ['paths:', 'x-pathos:'],
  ['  /', '   /'],
  [': {', ': &a {'],
  ['state: unshared', 'state: shared'],
);

const change = fc.oneof(
  fc.record({ kind: fc.constant('replace' as const), pair: replacements, occurrence: fc.nat(5) }),
  fc.record({ kind: fc.constantFrom('drop' as const, 'repeat' as const), at: fc.nat(200), count: fc.nat(9) }),
  fc.record({ kind: fc.constant('reset' as const) }),
);

function changed(text: string, edit: typeof change extends fc.Arbitrary<infer Edit> ? Edit : never): string {
  if (edit.kind === 'reset') return watchedSpec;
  if (edit.kind === 'replace') {
    const [before, after] = edit.pair;
    const parts = text.split(before);
    const at = 1 + (edit.occurrence % Math.max(1, parts.length - 1));
    const [head, tail] = [parts.slice(0, at).join(before), parts.slice(at).join(before)];
    return parts.length === 1 ? text : head + after + tail;
  }
  const lines = text.split('\n');
  const at = edit.at % lines.length;
  const some = lines.slice(at, at + edit.count);
  const inPlace = edit.kind === 'drop' ? [] : [...some, ...some];
  return [...lines.slice(0, at), ...inPlace, ...lines.slice(at + edit.count)].join('\n');
}

describe('a load that remembers the one before', () => {
  it('answers and reports what one without memory does, after any edits', () => {
    const property = fc.property(fc.array(change, { minLength: 1, maxLength: 10 }), (edits) => {
      const spec = new Edited();
      let text = watchedSpec;
      for (const edit of [undefined, ...edits]) {
        text = edit === undefined ? text : changed(text, edit);
        const { warm, cold } = spec.save(text).outcomes();
        expect(warm).toEqual(cold);
      }
    });
    fc.assert(property, { numRuns: 150 });
  });

  it('knows that an operation may refer to another one, or to another file', () => {
    const region = "- $ref: '#/components/parameters/Region'\n        - { name: Id,";
    const referring = (ref: string): string =>
      watchedSpec.replace(region, region.replace('#/components/parameters/Region', ref));
    const own = referring('#/paths/~1First/post/parameters/0');
    const spec = new Edited();
    for (const text of [own, own.replace('name: P,', 'name: Q,'), referring('parts.yaml#/P')]) {
      const { warm, cold } = spec.save(text).outcomes();
      expect(warm).toEqual(cold);
    }
    writeFileSync(join(spec.path, '../parts.yaml'), 'P: { name: R, in: query, schema: { type: string } }\n');
    const { warm, cold } = spec.outcomes();
    expect(warm).toEqual(cold);
  });

  it('gives an operation another name when one above it takes its own', () => {
    const spec = new Edited().save(watchedSpec);
    expect(spec.load().operations[0]?.typeName).toBe('First');
    const other = `  /first:\n    post: { operationId: first, responses: { '200': { description: Done. } } }\n`;
    const { warm, cold } = spec.save(watchedSpec.replace('  /First:', `${other}  /First:`)).outcomes();
    expect(warm).toEqual(cold);
  });

  it('tells whether its files still hold what was read', () => {
    const spec = new Edited().save(watchedSpec);
    spec.load();
    expect(spec.memory.isCurrent).toBe(true);
    writeFileSync(join(spec.path, '../other.yaml'), 'A: {}');
    expect(spec.memory.isCurrent).toBe(true);
    spec.save(watchedSpec.replace('Acts.', 'Acts well.'));
    expect(spec.memory.isCurrent).toBe(false);
    rmSync(spec.path);
    expect(spec.memory.isCurrent).toBe(false);
  });

  it('reads only the edited operation', () => {
    const spec = new Edited().save(watchedSpec);
    const before = spec.load();
    const after = spec.save(watchedSpec.replace('Acts.', 'Acts\n        well.')).load();
    expect(after.operations[0]).not.toEqual(before.operations[0]);
    expect(after.operations[1]).toBe(before.operations[1]);
    expect(after.operations[2]).toBe(before.operations[2]);
    expect(after.lines).not.toEqual(before.lines);
  });

  it('remembers the other operations while one is faulty', () => {
    const spec = new Edited().save(watchedSpec);
    const before = spec.load();
    expect(() => spec.save(watchedSpec.replace('summary', 'sumary')).load()).toThrow('did you mean');
    expect(spec.save(watchedSpec.replace('Acts.', 'Mended.')).load().operations[1]).toBe(
      before.operations[1],
    );
  });

  it('goes on from what was kept, whatever was read meanwhile', () => {
    const spec = new Edited().save(watchedSpec);
    const before = spec.load();
    const other =
      watchedSpec.slice(0, watchedSpec.indexOf('  /First:')) +
      watchedSpec.slice(watchedSpec.indexOf('  /Third:'), watchedSpec.indexOf('components:'));
    loadSpec(spec.save(other).path, { memory: spec.memory });
    expect(spec.save(watchedSpec.replace('Acts.', 'Acts well.')).load().operations[1]).toBe(
      before.operations[1],
    );
  });

  it('reads all of it anew when anything changed that operations may refer to', () => {
    const spec = new Edited().save(watchedSpec);
    const before = spec.load();
    const after = spec.save(watchedSpec.replace('Id of a thing.', 'Id of something.')).load();
    expect(after.operations.every((operation, index) => operation !== before.operations[index])).toBe(true);
  });
});
