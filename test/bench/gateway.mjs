// The mock gateway beside a bare `node:http` server, the most that Node can do, and Prism.
import { interleaved, median, medianRatio } from './client/statistics.mjs';
import { firstAnswer } from './gateway/first-answer.mjs';
import { load } from './gateway/load.mjs';
import { processorSeconds, residentMiB } from './gateway/process.mjs';
import { signedRequests, unsignedRequests } from './gateway/requests.mjs';
import { startServer } from './gateway/servers.mjs';

const connections = 16;

/** Requests per second of each server's processor time under the same load, measured in turn. */
async function throughput({ quick, progress }) {
  const servers = {
    bare: await startServer('bare'),
    gateway: await startServer('gateway', '--unsigned'),
    prism: await startServer('prism'),
  };
  const milliseconds = quick ? 300 : 2000;
  const drive = (name, requests) => async () => {
    const { port, pid } = servers[name];
    const nextRequest = requests(port);
    const before = processorSeconds(pid);
    const { latencies, refused } = await load({ port, connections, milliseconds, nextRequest });
    // Prism answers some of its own accord with other statuses; an answer is an answer there.
    if (name !== 'prism' && refused > 0) throw new Error(`${name} refused ${refused} requests`);
    return latencies.length / (processorSeconds(pid) - before);
  };
  const signed = (port) => signedRequests(port, (milliseconds / 1000) * 30_000);
  try {
    const rounds = quick ? 1 : 9;
    progress(`${rounds} rounds of ${milliseconds} ms for each server, after one to warm up`);
    const contestants = {
      bare: drive('bare', unsignedRequests),
      unsigned: drive('gateway', unsignedRequests),
      'bare, signed requests': drive('bare', signed),
      signed: drive('gateway', signed),
      prism: drive('prism', unsignedRequests),
    };
    await interleaved(contestants, 1);
    return await interleaved(contestants, rounds);
  } finally {
    await Promise.all(Object.values(servers).map(({ stop }) => stop()));
  }
}

/** One measurement serves both figures. */
let measured;
const measureOnce = (options) => (measured ??= throughput(options));

const perSecond = (name, atLeast, ours, bare) => ({
  name,
  limit: { of: 'ratio', atLeast },
  peerName: 'bare `node:http`',
  headline: true,
  higherIsBetter: true,
  async measure(options) {
    const results = await measureOnce(options);
    const rows = Object.entries(results).map(([server, runs]) => ({
      server,
      perSecond: Math.round(median(runs)),
    }));
    return {
      ours: Math.round(median(results[ours])),
      peer: Math.round(median(results[bare])),
      ratio: medianRatio(results[ours], results[bare]),
      unit: '/CPU s',
      rows,
    };
  },
});

export const figures = [
  {
    name: 'start of the gateway to its first answer',
    limit: { of: 'ratio', atMost: 1.3 },
    peerName: 'bare `node:http`',
    headline: true,
    higherIsBetter: false,
    async measure({ quick }) {
      const contestants = {
        bare: () => firstAnswer('bare'),
        gateway: () => firstAnswer('gateway', '--unsigned'),
        prism: () => firstAnswer('prism'),
      };
      const results = await interleaved(contestants, quick ? 1 : 11);
      const rows = Object.entries(results).map(([server, runs]) => ({ server, ms: median(runs) }));
      const { gateway, bare } = results;
      return {
        ours: median(gateway),
        peer: median(bare),
        ratio: medianRatio(gateway, bare),
        unit: 'ms',
        rows,
      };
    },
  },
  perSecond('unsigned calls with validation and state', 0.55, 'unsigned', 'bare'),
  perSecond('calls with the signature check', 0.35, 'signed', 'bare'),
  {
    name: 'p99 after two minutes at 1,000 connections',
    limit: { of: 'ratio', atMost: 5 },
    also: 'no refusal; flat memory after warm-up',
    peerName: 'p50',
    chart: false,
    headline: true,
    higherIsBetter: false,
    async measure({ quick, progress }) {
      const server = await startServer('gateway', '--unsigned');
      const part = { port: server.port, connections: quick ? 100 : 1000, milliseconds: quick ? 500 : 20_000 };
      const nextRequest = unsignedRequests(server.port);
      try {
        const rows = [];
        for (let round = 1; round <= 6; round += 1) {
          const { latencies, perSecond: rate, refused } = await load({ ...part, nextRequest });
          const at = (share) => latencies[Math.floor(latencies.length * share)];
          const memory = residentMiB(server.pid);
          rows.push({
            round,
            perSecond: Math.round(rate),
            p50: at(0.5),
            p99: at(0.99),
            refused,
            MiB: memory,
          });
          progress(`part ${round} of 6: ${Math.round(memory)} MiB`);
        }
        const last = rows.at(-1);
        const refused = rows.reduce((sum, row) => sum + row.refused, 0);
        const missed = refused === 0 ? [] : [`${refused} requests were refused`];
        // A leak of even one small object a request would be many times this.
        const growth = last.MiB / rows[2].MiB;
        if (growth > 1.25) missed.push(`memory grew to ${growth.toFixed(2)} times after warm-up`);
        return { ours: last.p99, peer: last.p50, ratio: last.p99 / last.p50, unit: 'ms', rows, missed };
      } finally {
        await server.stop();
      }
    },
  },
];
