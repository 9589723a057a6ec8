import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startGateway } from '@swas/mock-gateway';
import { describe, expect, onTestFinished, test } from 'vitest';
import { run } from '../support/commands.ts';
import { root } from '../support/workspace.ts';

const pages = ['README.md', 'CONTRIBUTING.md'].map((name) => ({
  name,
  text: readFileSync(join(root, name), 'utf8'),
}));
const [readme] = pages;

const scripts = (
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
).scripts;

/** pnpm's own commands, which are no scripts. */
const ownCommands = new Set(['install', 'i', 'exec', 'pack', 'audit']);

/** The code of a page: blocks and spans. */
function codeOf(text: string): string {
  return [...text.matchAll(/```[\s\S]*?```|`[^`\n]+`/g)].map(([code]) => code).join('\n');
}

/** Every `npm …` and `pnpm …` of a page, as its words. */
function commandsOf(text: string): readonly string[][] {
  return [...codeOf(text).matchAll(/(?<![\w-])p?npm (?:run )?([a-z][\w:-]*)((?: +--[a-z-]+)*)/g)].map(
    (match) => [
      match[1] ?? '',
      ...(match[2] ?? '')
        .trim()
        .split(/ +/)
        .filter((word) => word !== ''),
    ],
  );
}

/** `--help` of a command that has options, once for all tests. */
const helpTexts = new Map<string, Promise<string>>();
const programs: Readonly<Record<string, string>> = {
  generate: 'generators/kit/bin/generate.mjs',
  gateway: 'packages/mock-gateway/bin/mock-gateway.mjs',
  contract: 'packages/contract-tests/bin/swas-contract.mjs',
  bench: 'test/bench/run.mjs',
};

function help(command: string): Promise<string> {
  const program = programs[command] ?? '';
  const text =
    helpTexts.get(command) ??
    run(process.execPath, [join(root, program), '--help']).then(({ stdout }) => stdout);
  helpTexts.set(command, text);
  return text;
}

describe('the pages', () => {
  test('name only commands that exist, with options that they have', async () => {
    const commands = pages.flatMap(({ text }) => commandsOf(text));
    expect(commands.length).toBeGreaterThan(10);
    for (const [command = '', ...options] of commands) {
      if (ownCommands.has(command)) continue;
      expect(Object.keys(scripts), command).toContain(command);
      for (const option of options) expect(await help(command), `${command} ${option}`).toContain(option);
    }
  });

  test.for(Object.keys(programs))('pnpm %s explains itself with examples', async (command) => {
    expect(await help(command)).toMatch(/Usage: .*\n[\s\S]*Example/);
  });

  test('link only to what is there', () => {
    for (const { name, text } of pages) {
      const targets = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map((match) => match[1] ?? '');
      for (const target of targets) expect(existsSync(join(root, target)), `${name}: ${target}`).toBe(true);
    }
  });

  test("show a first example that runs as it stands, but for the gateway's address", async () => {
    const example = /```ts\n([\s\S]*?)```/.exec(readme?.text ?? '')?.[1] ?? '';
    expect(example.trim().split('\n').length).toBeLessThanOrEqual(12);
    const gateway = await startGateway();
    onTestFinished(() => gateway.close());
    const program = example.replace('http://127.0.0.1:8080', gateway.url);
    expect(program).toContain(gateway.url);
    const code = `${program}\nconsole.log(RequestId);`;
    const finished = await run(process.execPath, ['--input-type=module', '-e', code], join(root, 'test'));
    expect(finished.stdout + finished.stderr).toMatch(/^[0-9A-F-]{36}\n$/);
  });

  test('pin one version of pnpm', () => {
    const manifest = readFileSync(join(root, 'package.json'), 'utf8');
    const text = [manifest, ...pages.map((page) => page.text)].join('\n');
    const pinned = [...text.matchAll(/pnpm@([\d.]+)/g)].map((match) => match[1]);
    // Without a version, npx fetches the newest, which needs not be able to run what is pinned here.
    expect(text).not.toMatch(/npx (?:--yes )?pnpm(?!@)/);
    expect(new Set(pinned).size).toBe(1);
  });
});
