/** What of a model the cases on several calls need: little, so that most edits of a spec leave them as they are. */
import type { ApiModel, Operation } from '@swas/generator-model';

/** An operation that a workflow calls. */
export interface CalledOperation extends Pick<Operation, 'name' | 'effect' | 'errors'> {
  readonly idempotencyParameter: string | undefined;
  /** Input for the token of each call, where the operation demands one. */
  readonly tokenInput: string | undefined;
  /** Whether its token is a UUID, demanded or not. */
  readonly tokenIsUuid: boolean;
}

/** The parts of a model that tell of several calls. */
export interface WorkflowModel extends Pick<
  ApiModel,
  'servers' | 'gatewayErrors' | 'resources' | 'workflows'
> {
  readonly operations: readonly CalledOperation[];
}
