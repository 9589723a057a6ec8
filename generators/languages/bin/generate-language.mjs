#!/usr/bin/env node
// A plain file, since a package manager links commands before anything is built.
import { main } from '../dist/command.js';

process.exitCode = await main(process.argv);
