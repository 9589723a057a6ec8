#!/usr/bin/env node
// A plain file, since a package manager links commands before anything is built.
import { main } from '../dist/command.js';

process.exitCode = main(process.argv);
