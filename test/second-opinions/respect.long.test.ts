import { expect, test } from 'vitest';
import { respect, workflows } from './respect.ts';

test.for(workflows.map((workflow) => [workflow.id, workflow] as const))(
  "Redocly's runner finds that %s",
  async ([, workflow]) => {
    const { exitCode, stdout, stderr } = await respect(workflow);
    expect(exitCode, stdout + stderr).toBe(0);
  },
);
