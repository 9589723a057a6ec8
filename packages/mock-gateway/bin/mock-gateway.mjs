#!/usr/bin/env node
// In place before the build, so that an install links it.
import { runCommand } from '../dist/cli/run-command.js';

process.exitCode = await runCommand(process.argv);
