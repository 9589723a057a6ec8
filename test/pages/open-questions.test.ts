import { join } from 'node:path';
import { loadModel, type ApiModel } from '@swas/generator-model';
import { expect, test } from 'vitest';
import { root } from '../support/workspace.ts';

const intro = `# What the documents leave open

The spec follows public documentation pages; no endpoint of Alibaba Cloud was called in making it. Where the pages are silent or
contradict each other, somebody has to choose. This is the whole list, with what the mock gateway does. It is written from
\`x-open-questions\` and \`x-acs-gateway-errors\` of the spec by \`test/pages/open-questions.test.ts\`; change it there.
`;

const gatewayIntro = `## Answers of the gateway

The documents do not fix the status, the code or the message of these, so no contract case asserts them.

| when | the mock gateway answers |
| --- | --- |
`;

/** The page, from the spec alone. */
function openQuestions({ operations, gatewayErrors }: ApiModel): string {
  const sections = operations.map(
    ({ name, openQuestions: questions }) =>
      `## ${name}\n\n${questions.map(({ question, choice }) => `- ${question}\\\n  *${choice}*`).join('\n')}\n`,
  );
  const rows = gatewayErrors
    .filter(({ open }) => open)
    .map(({ condition, status, code }) => `| ${condition.replaceAll('-', ' ')} | ${status} \`${code}\` |\n`);
  return [intro, ...sections, gatewayIntro + rows.join('')].join('\n');
}

test('the page about open questions is what the spec says', async () => {
  const text = openQuestions(loadModel(join(root, 'spec/openapi.yaml')));
  const hint = 'The open questions changed: pnpm --filter @swas/test exec vitest run pages/open-questions -u';
  await expect(text, hint).toMatchFileSnapshot(join(root, 'docs/open-questions.md'));
});
