#!/usr/bin/env node
// In place before the build, so that an install links it.
await import('../dist/bin.js');
