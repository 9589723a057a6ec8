import { createRequire } from 'node:module';
import { loadModel } from '@swas/generator-model';
import { generator } from '@swas/generator-validator';

const spec = createRequire(import.meta.url).resolve('@swas/spec/openapi.yaml');

/** CPU seconds to emit validators for so many operations of the spec's kind, no two alike. */
export function generationTime(count) {
  const model = loadModel(spec);
  const operations = Array.from({ length: count }, (_, index) =>
    variant(model.operations[index % model.operations.length], index),
  );
  const start = process.cpuUsage();
  // A file is printed when its content is asked for.
  for (const { content } of generator.emit({ ...model, operations }))
    if (content === '') throw new Error('empty');
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** An operation with names and a parameter of its own. */
function variant(operation, index) {
  const own = { name: `Extra${index}`, required: false, schema: { kind: 'string', maxLength: index + 1 } };
  const parameter = {
    ...own,
    location: 'query',
    serialization: 'plain',
    deprecated: false,
    description: 'One more.',
  };
  return {
    ...operation,
    name: `${operation.name}${index}`,
    methodName: `${operation.methodName}${index}`,
    typeName: `${operation.typeName}${index}`,
    fileName: `${operation.fileName}-${index}`,
    parameters: [...operation.parameters, parameter],
    request: { ...operation.request, properties: [...operation.request.properties, own] },
  };
}
