import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importPackages } from '../corpus/support/bundle.ts';
import { emit, writePackages } from '../corpus/support/packages.ts';
import { tryToEmit, tryToLoad } from './support/emit.ts';
import { payloads } from './support/payloads.ts';
import { publishedHoles } from './support/published.ts';
import { canary, escapedTexts } from './support/syntax.ts';

/** Bundles what is emitted for a spec, imports it, and lets each validator judge something. */
async function execute(spec: unknown): Promise<void> {
  const model = tryToLoad(spec);
  if (model === undefined) return;
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'swas-hostile-')));
  try {
    writePackages(folder, await emit(model));
    const { client, validator } = await importPackages(folder);
    const credentials = { accessKeyId: 'testid', accessKeySecret: 'testsecret' };
    client.createClient({ endpoint: 'http://127.0.0.1:9', credentials });
    for (const { methodName } of model.operations) validator[methodName]?.validate({ P: {} });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe.each(publishedHoles)('$id ($tool)', ({ spec }) => {
  test('no text becomes code, nor a path', () => {
    for (const payload of payloads) {
      const emitted = tryToEmit(spec(payload)) ?? new Map<string, string>();
      for (const [path, content] of emitted) {
        expect(path).not.toMatch(/\.\.|\\|^\/|\/\//);
        expect([payload, escapedTexts(path, content)]).toEqual([payload, []]);
      }
    }
  });

  test('nothing of it runs', async () => {
    const accepted = payloads.find((payload) => tryToEmit(spec(payload)) !== undefined);
    if (accepted !== undefined) await execute(spec(accepted));
    expect(globalThis).not.toHaveProperty(canary);
  });
});

test('the check itself finds a text that has become code', () => {
  for (const payload of [`'+(globalThis.${canary}=1)+'`, `a\nglobalThis.${canary}=1\n//`])
    expect(escapedTexts('a.ts', `const a = '${payload}';`)).not.toEqual([]);
  expect(escapedTexts('a.ts', `/** */globalThis.${canary}=1/* */`)).not.toEqual([]);
  expect(escapedTexts('a.ts', `/** ${canary} */ const a = '${canary}';`)).toEqual([]);
});

/** CVE-2020-15366 (ajv), CVE-2024-29651 and CVE-2026-15195 (json-schema-ref-parser), CVE-2026-44292 (protobufjs). */
test('keys such as __proto__ change no prototype, at any place', () => {
  for (const { spec } of publishedHoles) {
    for (const name of ['__proto__', 'constructor', 'prototype']) {
      const polluting = `{"${name}": {"${canary}": 1, "prototype": {"${canary}": 1}}}`;
      const hostile = Object.assign(spec('a') as object, { 'x-any': JSON.parse(polluting) as unknown });
      tryToEmit(hostile);
      tryToEmit(spec(name));
      expect(({} as Record<string, unknown>)[canary]).toBeUndefined();
    }
  }
});
