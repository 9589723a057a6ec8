import type { RunReport } from '../../../packages/contract-tests/src/report/run-report.ts';

/** A report of a run that failed, hostile wherever a spec or a server chooses the text. */
export function hostileReport(text: string): RunReport {
  const source = { title: text, section: text, row: text, url: `javascript:${text}` };
  const rule = { id: text, text, level: 'documented', source } as const;
  const call = { description: text, action: text, query: { [text]: text } };
  const answer = { status: 400, contentType: text, requestId: text, body: text };
  const failure = {
    step: text,
    description: text,
    expected: { kind: 'answer', status: 400, code: text },
    problems: [{ aspect: 'body', text }],
    flaky: true,
    exchange: 0,
  } as const;
  const common = { title: text, suite: text, rule, covers: [], milliseconds: 1 };
  return {
    title: text,
    version: text,
    endpoint: `http://127.0.0.1/${text}`,
    level: 'documented',
    seed: 1,
    driver: text,
    milliseconds: 1,
    errors: [],
    coverage: {
      counts: [{ kind: text, exercised: 0, total: 1 }],
      missing: [],
      unreachable: { [text]: text },
    },
    records: [
      {
        ...common,
        id: text,
        result: 'failed',
        failure,
        exchanges: [{ phase: 'prepare', ...call, ...answer }],
      },
      { ...common, id: `${text} 2`, result: 'skipped', reason: text, exchanges: [] },
    ],
  };
}
