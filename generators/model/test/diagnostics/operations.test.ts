import { describe } from 'vitest';
import { itReports } from '../support/faults.ts';
import { head, operationSpec, responses } from '../support/spec-text.ts';

const query = '{ name: P, in: query, schema: { type: string } }';

describe('operations', () => {
  itReports([
    {
      name: 'no operationId',
      spec: `${head}paths:\n  /Act:\n    post:\n      ‸${responses}\n`,
      message: 'the operation has no `operationId`',
      expected: 'the Action',
      hint: 'add `operationId: Act`',
    },
    {
      name: 'an operationId that is a number',
      spec: `${head}paths:\n  /7:\n    post:\n      operationId: ‸7\n      ${responses}\n`,
      message: '`operationId` is `7`',
      expected: 'a text',
      hint: "put it in quotes: '7'",
    },
    {
      name: 'an operationId with a space',
      spec: `${head}paths:\n  /A b:\n    post:\n      operationId: ‸A b\n      ${responses}\n`,
      message: 'the operation is `A b`',
      expected: '1 to 200 letters, digits, `_`, `-`, `.`, `$`, `@` or `~`',
      hint: 'use the name that stands on the wire',
    },
    {
      name: 'an operationId that would split a header',
      spec: `${head}paths:\n  /A:\n    post:\n      operationId: ‸"A\\r\\nX: y"\n      ${responses}\n`,
      message: 'the operation is `A\\u000d\\u000aX: y`',
      expected: '1 to 200 letters, digits, `_`, `-`, `.`, `$`, `@` or `~`',
      hint: 'use the name that stands on the wire',
    },
    {
      name: 'a path that is not the operationId',
      spec: `${head}paths:\n  /act:\n    post:\n      ‸operationId: Act\n      ${responses}\n`,
      message: '`Act` stands under `/act`',
      expected: 'the path `/Act`',
      hint: 'rename the path or the operation',
    },
    {
      name: 'an operationId twice',
      spec: `${head}paths:\n  /Act:\n    post: { operationId: Act, ${responses} }\n    get: { operationId: ‸Act, ${responses} }\n`,
      message: 'the operationId `Act` stands twice',
      expected: 'each operationId once',
      hint: 'rename one: an action has one operation',
    },
    {
      name: 'an operationId of which another operation has the path',
      spec: `${head}paths:\n  /Other:\n    post: ‸{ operationId: Act, ${responses} }\n  /Act:\n    post: { operationId: Act, ${responses} }\n`,
      message: '`Act` stands under `/Other`',
      expected: 'the path `/Act`',
      hint: 'rename the path or the operation',
    },
    {
      name: 'a misspelt operationId, of which nothing else is told',
      spec: `${head}paths:\n  /Act:\n    post: { ‸operatinId: Act, ${responses} }\n`,
      message: '`operatinId` is not supported in the operation',
      expected:
        'tags, summary, description, operationId, parameters, requestBody, responses, deprecated, security, externalDocs, x-source, x-acs-effect, x-acs-ram, x-acs-idempotency-parameter, x-open-questions, x-acs-unchecked',
      hint: 'did you mean `operationId`?',
    },
    {
      name: 'a method that the gateway does not take',
      spec: `${head}paths:\n  /Act:\n    ‸put: {}\n`,
      message: '`put` is not supported in the path',
      expected: 'post, get, parameters, summary, description',
      hint: 'the RPC gateway takes GET and POST: use `post`',
    },
    {
      name: 'callbacks',
      spec: operationSpec('‸callbacks: {}'),
      message: '`callbacks` is not supported in the operation',
      expected:
        'tags, summary, description, operationId, parameters, requestBody, responses, deprecated, security, externalDocs, x-source, x-acs-effect, x-acs-ram, x-acs-idempotency-parameter, x-open-questions, x-acs-unchecked',
      hint: 'the gateway calls nobody back: remove it',
    },
    {
      name: 'a misspelt key',
      spec: operationSpec('‸parametres: []'),
      message: '`parametres` is not supported in the operation',
      expected:
        'tags, summary, description, operationId, parameters, requestBody, responses, deprecated, security, externalDocs, x-source, x-acs-effect, x-acs-ram, x-acs-idempotency-parameter, x-open-questions, x-acs-unchecked',
      hint: 'did you mean `parameters`?',
    },
    {
      name: 'a misspelt effect',
      spec: operationSpec('x-acs-effect: ‸wriet'),
      message: '`x-acs-effect` is `wriet`',
      expected: '`read`, `write`',
      hint: 'did you mean `write`?',
    },
    {
      name: 'deprecated as a text',
      spec: operationSpec("deprecated: ‸'yes'"),
      message: '`deprecated` is the text `yes`',
      expected: '`true` or `false`',
      hint: 'replace it by `true` or `false`',
    },
    {
      name: 'a parameter twice',
      spec: operationSpec(`parameters: [${query}, ‸${query}]`),
      message: 'the parameter `P` stands twice',
      expected: 'each name once',
      hint: 'remove or rename one of the two',
    },
    {
      name: 'an unknown idempotency parameter',
      spec: operationSpec(`x-acs-idempotency-parameter: ‸Token\nparameters: [${query}]`),
      message: '`x-acs-idempotency-parameter` is `Token`',
      expected: '`P`',
      hint: 'use one of these',
    },
    {
      name: 'an incomplete RAM action',
      spec: operationSpec('x-acs-ram: ‸{ resource: a }'),
      message: '`x-acs-ram` has no `action`',
      expected: 'a RAM action',
      hint: 'add `action: product:Action`',
    },
    {
      name: 'an unknown page',
      spec: operationSpec('x-source: { page: ‸p, section: s }'),
      message: '`page` is `p`',
      expected: 'nothing is declared',
      hint: 'declare it first',
    },
    {
      name: 'an incomplete source',
      spec: operationSpec('x-source: ‸{ section: s }'),
      message: '`x-source` is incomplete',
      expected: '`page` and `section`, with an optional `row`',
      hint: 'name a page of `x-pages` and a section of it',
    },
    {
      name: 'a page whose address is a script',
      spec: operationSpec('', "x-pages: { p: ‸{ title: T, url: 'javascript:alert(1)', level: linked } }"),
      message: 'page `p` has no usable `url`',
      expected: 'an http(s) address',
      hint: 'add `url: https://…`',
    },
  ]);
});
