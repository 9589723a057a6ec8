#!/usr/bin/env node
// A plain file, since a package manager links commands before anything is built.
import module from 'node:module';
import { fileURLToPath } from 'node:url';
import { compileLate } from './compile-late.mjs';

// A watcher runs for long.
if (!process.argv.includes('--watch')) compileLate();

// Newer versions of Node keep what they compiled, beside the code that only its owner may write.
module.enableCompileCache?.(fileURLToPath(new URL('../node_modules/.cache/compile', import.meta.url)));

const { main } = await import('../dist/command.js');
process.exitCode = await main(process.argv);
