// The client beside the official SDK and beside what one would write by hand.
import { clientProgram, functionProgram, gzipBytes, officialProgram } from './client/bundle.mjs';
import { measureImports } from './client/imports.mjs';
import { measureCalls } from './client/loopback.mjs';
import { oneOutOf } from './client/many-operations.mjs';
import { measureSigning } from './client/signing.mjs';
import { median, medianRatio } from './client/statistics.mjs';

const size = (platform, entry, bytes) => ({
  name: `both operations from ${entry}, for ${platform}, gzip`,
  limit: { of: 'ours', atMost: bytes },
  peerName: platform === 'node' ? 'official SDK' : undefined,
  higherIsBetter: false,
  headline: true,
  async measure() {
    const peer = platform === 'node' ? await gzipBytes(officialProgram, platform) : undefined;
    const ours = await gzipBytes(functionProgram(entry), platform);
    const rows = [
      { program: 'createConnection and functions', bytes: ours },
      { program: 'createClient and methods', bytes: await gzipBytes(clientProgram(entry), platform) },
      {
        program: 'createClient in one file, with the credential chain inside',
        bytes: await gzipBytes(clientProgram(entry), platform, { splitting: false }),
      },
    ];
    return { ours, peer, ratio: peer && ours / peer, unit: 'B', rows };
  },
});

const calls = (figure, options, evaluate) => ({
  ...figure,
  headline: true,
  async measure({ quick, progress }) {
    const rounds = quick ? 3 : 31;
    progress(`${rounds} rounds of ${options.calls} calls each`);
    const results = await measureCalls({ ...options, rounds });
    const rows = Object.entries(results).map(([contestant, runs]) => ({ contestant, ms: median(runs) }));
    return { ...evaluate(results), rows };
  },
});

export const figures = [
  size('node', '@swas/client', 5000),
  size('browser', '@swas/client', 5000),
  size('node', '@swas/client/unvalidated', 3000),
  size('browser', '@swas/client/unvalidated', 3000),
  {
    name: 'one operation out of 98, gzip',
    limit: { of: 'ratio', atMost: 1.1 },
    peerName: 'one out of two',
    chart: false,
    higherIsBetter: false,
    async measure() {
      const [two, many] = [await oneOutOf(2), await oneOutOf(98)];
      return { ours: many, peer: two, ratio: many / two, unit: 'B' };
    },
  },
  {
    name: 'import of @swas/client, over an empty package',
    limit: { of: 'ours', atMost: 2 },
    also: 'heap under 1 MB',
    peerName: 'official SDK',
    headline: true,
    higherIsBetter: false,
    async measure({ quick }) {
      const entries = { ours: '@swas/client', unvalidated: '@swas/client/unvalidated' };
      const results = {
        ...(await measureImports(entries, quick ? 3 : 101)),
        // It takes a hundred times as long, so that few rounds tell enough.
        ...(await measureImports({ official: '@alicloud/swas-open20200601' }, quick ? 3 : 11)),
      };
      const rows = Object.entries(results).map(([module, { ms, heap }]) => ({ module, ms, heapBytes: heap }));
      const { ours, official } = results;
      return {
        missed: ours.heap < 1e6 ? [] : [`its heap is ${ours.heap} bytes`],
        ours: ours.ms,
        peer: official.ms,
        ratio: ours.ms / official.ms,
        unit: 'ms',
        rows,
      };
    },
  },
  {
    name: 'signing one request',
    limit: { of: 'ratio', atMost: 3 },
    peerName: 'two SHA-256 and one HMAC',
    headline: true,
    higherIsBetter: false,
    async measure({ quick }) {
      const { ours, bare } = await measureSigning(
        quick ? { signatures: 500, rounds: 3 } : { signatures: 5000, rounds: 21 },
      );
      return { ours: median(ours), peer: median(bare), ratio: medianRatio(ours, bare), unit: 'µs' };
    },
  },
  calls(
    {
      name: 'a signed call over loopback',
      limit: { of: 'ratio', atMost: 1.05 },
      peerName: '`http.request` signed by hand',
      higherIsBetter: false,
    },
    { calls: 500, inFlight: 1 },
    ({ ours, byHand }) => ({
      ours: median(ours),
      peer: median(byHand),
      ratio: medianRatio(ours, byHand),
      unit: 'ms',
    }),
  ),
  calls(
    {
      name: 'calls a second, 64 in flight',
      limit: { of: 'ratio', atLeast: 2 },
      peerName: 'official SDK',
      higherIsBetter: true,
    },
    { calls: 1000, inFlight: 64 },
    ({ ours, official }) => ({
      ours: 1000 / median(ours),
      peer: 1000 / median(official),
      ratio: 1 / medianRatio(ours, official),
      unit: 'calls/s',
    }),
  ),
];
