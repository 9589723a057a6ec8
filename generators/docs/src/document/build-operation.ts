import { keepText, remember } from '@swas/generator-kit';
import type { JsonValue, NamedSchema, Operation, Server } from '@swas/generator-model';
import { plain } from '../plain.ts';
import { samplesOf } from '../samples/build-samples.ts';
import { Examples } from '../samples/examples.ts';
import { sourceLink } from './source-link.ts';
import { buildParameters, buildForm } from './build-parameters.ts';
import { buildResponse } from './build-response.ts';

/** The path of one operation of the document. `reached` are the schemas that its parameters refer to. */
export const buildPath = remember(
  (operation: Operation, servers: readonly Server[], reached: readonly NamedSchema[]) =>
    keepText({ [operation.method.toLowerCase()]: buildOperation(operation, servers, reached) }),
);

function buildOperation(
  operation: Operation,
  servers: readonly Server[],
  reached: readonly NamedSchema[],
): JsonValue {
  const examples = new Examples(reached);
  const form = operation.parameters.filter(({ location }) => location === 'form');
  return plain({
    operationId: operation.name,
    summary: operation.name,
    description: describe(operation),
    deprecated: operation.deprecated || undefined,
    parameters: operation.parameters
      .filter((parameter) => !form.includes(parameter))
      .flatMap((parameter) => buildParameters(parameter, examples)),
    requestBody: form.length === 0 ? undefined : buildForm(form, examples),
    responses: Object.fromEntries(
      operation.responses.map((response) => [response.status, buildResponse(operation, response)]),
    ),
    'x-codeSamples': samplesOf(operation, servers, reached).map(({ label, source }) => ({
      lang: 'TypeScript',
      label,
      source,
    })),
  });
}

/** Summary, description and what the spec says in extensions, as Markdown. */
function describe(operation: Operation): string {
  const { summary, description, ram, idempotencyParameter, source, openQuestions } = operation;
  const paragraphs = [
    summary,
    description,
    idempotencyParameter &&
      `A repeated call with the same \`${idempotencyParameter}\` has no further effect.`,
    ram && `RAM action: \`${ram.action}\`${ram.resource === undefined ? '' : ` on \`${ram.resource}\``}.`,
    sourceLink(source),
    openQuestions.length > 0 && openQuestionsText(operation),
  ];
  return paragraphs.filter(Boolean).join('\n\n');
}

function openQuestionsText({ openQuestions }: Operation): string {
  const rows = openQuestions.map(({ question, choice }) => `- ${question} *${choice}*`);
  return ['**What the documents leave open,** and what the mock gateway does:', rows.join('\n')].join('\n\n');
}
