#!/usr/bin/env node
// Runs in a package's folder: regenerates that package alone, as its `generate` task.
import { compileLate } from './compile-late.mjs';

compileLate();
const { generatePackage } = await import('../dist/generate-package.js');
process.exitCode = await generatePackage(process.cwd());
