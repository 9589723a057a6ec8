/** A spec in which operations share what stands before and after them, and say where each fact is documented. */
export const watchedSpec = `openapi: 3.1.0
x-acs-product: shop
x-acs-version: '2020-06-01'
x-pages: { p: { title: P, url: 'https://example.com/p', level: linked } }
servers:
  - url: https://shop.{region}.example.com
    variables: { region: { default: a, enum: [a, b] } }
paths:
  /First:
    post:
      operationId: First
      summary: Acts.
      x-source: { page: p, section: First }
      parameters:
        - { name: P, in: query, schema: { type: string, x-source: { page: p, section: P } } }
        - $ref: '#/components/parameters/Region'
        - name: Ids
          in: query
          style: form
          explode: false
          schema: { type: array, items: { $ref: '#/components/schemas/Id' } }
      responses:
        '200': { description: Done. }
        '404': { $ref: '#/components/responses/Missing' }
  # between
  /Second:
    post:
      operationId: Second
      summary: Acts.
      parameters:
        - $ref: '#/components/parameters/Region'
        - { name: Id, in: query, schema: { $ref: '#/components/schemas/Id' } }
      responses:
        '200':
          description: Done.
          content: { application/json: { schema: { $ref: '#/components/schemas/Page' } } }
        '404': { $ref: '#/components/responses/Missing' }
  /Third:
    get:
      operationId: Third
      summary: Acts.
      x-source: { page: p, section: Third }
      responses: { '200': { description: Done. } }
components:
  parameters:
    Region:
      name: RegionId
      in: query
      x-acs-server-variable: region
      x-source: { page: p, section: Region }
      schema: { type: string }
  responses:
    Missing:
      description: Nothing is there.
      x-acs-errors: [{ code: NotFound, message: No., x-source: { page: p, section: Missing } }]
      content: { application/json: { schema: { $ref: '#/components/schemas/Error' } } }
    Id: { type: string }
  schemas:
    Id: { type: string, minLength: 1, description: Id of a thing., x-source: { page: p, section: Id } }
    Error: { type: object, properties: { Code: { type: string } } }
    Page:
      type: object
      properties:
        Id: { $ref: '#/components/schemas/Id' }
        Next: { $ref: '#/components/schemas/Page' }
`;
