import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { loadModel, type Workflow, type WorkflowInput } from '@swas/generator-model';
import { startGateway } from '@swas/mock-gateway';
import { run, type Finished } from '../support/commands.ts';
import { root } from '../support/workspace.ts';

const spec = createRequire(join(root, 'spec/package.json'));
const manifest = spec.resolve('@redocly/cli/package.json');
const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as { bin: Record<string, string> };
const redocly = join(manifest, '..', bin['redocly'] ?? '');

/** The rules that the workflows file states. */
export const workflows: readonly Workflow[] = loadModel(join(root, 'spec/openapi.yaml')).workflows;

const regions = ['cn-hangzhou', 'cn-beijing'] as const;

/** A value for an input: an image in the wanted state, a region, a text never used before. */
function valueOf(input: WorkflowInput): string {
  if (input.kind === 'resource') return `m-${input.name}`;
  if (input.kind === 'unique') return `token-${input.name}`;
  return regions[input.other ? 1 : 0];
}

/** Runs one workflow with Redocly's own runner, against a gateway that holds just the images that it needs. */
export async function respect(workflow: Workflow, faults: readonly string[] = []): Promise<Finished> {
  const images = workflow.inputs.flatMap((input) =>
    input.kind === 'resource' && input.state !== 'absent'
      ? [{ RegionId: regions[0], ImageId: valueOf(input), State: input.state }]
      : [],
  );
  const gateway = await startGateway({ unsigned: true, images, faults });
  const inputs = workflow.inputs.flatMap((input) => ['--input', `${input.name}=${valueOf(input)}`]);
  const server = ['--server', `swas=${gateway.url}`];
  const file = join(root, 'spec/workflows.arazzo.yaml');
  const finished = await run(
    process.execPath,
    [redocly, 'respect', file, '--workflow', workflow.id, ...server, ...inputs],
    root,
    { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  );
  await gateway.close();
  return finished;
}
