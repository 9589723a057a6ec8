import { describe, expect, test } from 'vitest';
import { respect, workflows } from './respect.ts';

const named = (id: string) => {
  const workflow = workflows.find((candidate) => candidate.id === id);
  if (workflow === undefined) throw new Error(`no workflow ${id}`);
  return workflow;
};

describe("Redocly's runner of workflows", () => {
  test.for(['sharedImageCannotBeDeleted', 'repeatedDeleteSucceedsAgain'])('finds that %s', async (id) => {
    const { exitCode, stdout, stderr } = await respect(named(id));
    expect(exitCode, stdout + stderr).toBe(0);
  });

  test('finds the fault where tokens are ignored', async () => {
    const { exitCode } = await respect(named('repeatedDeleteSucceedsAgain'), ['token-ignored']);
    expect(exitCode).not.toBe(0);
  });
});
