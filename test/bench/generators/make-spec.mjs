// Writes specs of any size whose operations are of ordinary length (about 2 kB each), in a form that every peer reads.

const verbs = [
  'Create',
  'Delete',
  'Describe',
  'Modify',
  'Attach',
  'Detach',
  'List',
  'Start',
  'Stop',
  'Reset',
];
const nouns = [
  'Disk',
  'Firewall',
  'Image',
  'Instance',
  'KeyPair',
  'Plan',
  'Snapshot',
  'Template',
  'User',
  'Volume',
];

const head = `openapi: 3.1.0
info:
  title: A cloud service
  version: '2020-06-01'
  description: Operations of ordinary length, made for measuring generators.
  license: { name: Apache-2.0, identifier: Apache-2.0 }
x-acs-product: measured
x-acs-version: '2020-06-01'
servers:
  - url: https://measured.{region}.example.com
    variables: { region: { default: cn-hangzhou, enum: [cn-hangzhou, cn-beijing] } }
security: []
paths:
`;

const tail = `components:
  schemas:
    ResourceId:
      type: string
      description: Id of a resource of the account.
      minLength: 3
      maxLength: 40
      pattern: ^[a-z]+-[0-9a-z]+$
    Error:
      type: object
      description: What the server answers instead of a result.
      required: [RequestId, Code, Message]
      properties:
        RequestId: { type: string }
        HostId: { type: string }
        Code: { type: string }
        Message: { type: string }
`;

/** The one parameter that tells the kinds of operations apart. */
const special = [
  (noun) => `        - name: ${noun}Ids
          in: query
          required: true
          description: Ids of the resources, at most 20 in one call.
          schema: { type: array, minItems: 1, maxItems: 20, items: { $ref: '#/components/schemas/ResourceId' } }
          style: form
          explode: false
`,
  () => `        - name: PageSize
          in: query
          description: Number of entries on each page of the answer.
          schema: { type: integer, minimum: 1, maximum: 100, default: 10 }
          example: 20
`,
  () => `        - name: Status
          in: query
          description: Only resources in this state are touched by the call.
          schema: { type: string, enum: [Running, Stopped, Pending, Released] }
          example: Running
`,
];

const response = (status, text, code) => `        '${status}':
          description: ${text}
          x-acs-errors:
            - { code: ${code}, message: The request was refused., description: ${text} }
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Error' }
`;

function operation(index) {
  const noun = nouns[Math.floor(index / verbs.length) % nouns.length];
  const name = `${verbs[index % verbs.length]}${noun}${Math.floor(index / 100) || ''}`;
  return `  /${name}:
    post:
      operationId: ${name}
      tags: [${noun}]
      summary: ${name} acts on one resource of the account in a region.
      description: |
        The call returns as soon as the request is accepted; the work goes on in the background and takes a few seconds.
        A resource that is locked for reasons of security is refused.
      parameters:
        - name: RegionId
          in: query
          required: true
          description: Region in which the resource is.
          schema: { type: string }
          example: cn-hangzhou
        - name: ${noun}Id
          in: query
          required: true
          description: Id of the resource that the call is about.
          schema: { $ref: '#/components/schemas/ResourceId' }
          example: r-2zehv38j${index}
${special[index % special.length](noun)}        - name: ClientToken
          in: query
          description: Makes a repeated call harmless; choose a new token for every different request.
          schema: { type: string, minLength: 1, maxLength: 64 }
          example: 123e4567-e89b-12d3-a456-426655440000
      responses:
        '200':
          description: The request is accepted.
          content:
            application/json:
              schema:
                type: object
                required: [RequestId]
                properties:
                  RequestId: { type: string, description: Id of this call. }
                  ${noun}s:
                    type: array
                    items:
                      type: object
                      properties:
                        Id: { $ref: '#/components/schemas/ResourceId' }
                        Name: { type: string, description: Name that the user gave. }
${response(400, 'A parameter is wrong or the resource is locked.', `InvalidStatus.${noun}`)}${response(404, 'The resource does not exist.', `Invalid${noun}Id.NotFound`)}`;
}

/** The text of a spec with so many operations. The same number gives the same text. */
export function makeSpec(count) {
  return head + Array.from({ length: count }, (_, index) => operation(index)).join('') + tail;
}
