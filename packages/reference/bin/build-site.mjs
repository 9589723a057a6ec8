#!/usr/bin/env node
// Builds the site: into dist/site, or where --out says. --report names a JSON report of the contract suite to show.
import { parseArgs } from 'node:util';
import { buildSite, siteFolder } from '../dist/index.js';

const { values } = parseArgs({ options: { out: { type: 'string' }, report: { type: 'string' } } });
buildSite({
  out: values.out ?? siteFolder,
  ...(values.report === undefined ? {} : { report: values.report }),
});
