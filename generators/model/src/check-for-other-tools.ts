import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Reader } from './reader.ts';
import { pathInFolder } from './references.ts';
import type { SpecNode } from './spec-node.ts';

/** Keys whose value other tools take for an address, wherever they stand. */
const addressKeys = new Set(['$ref', '$dynamicRef', '$recursiveRef', '$id', 'externalValue', 'operationRef']);

/**
 * Checks a spec that another tool is going to read. The model passes over what it has no use for, such as components that nothing
 * refers to and other tools' extensions; Redocly and openapi-generator follow a reference there as well, and would fetch an address or
 * read any file for a spec that someone else wrote.
 * Answers the absolute paths of the files that such a tool needs, the spec first.
 * @throws DiagnosticError for each reference that leads out of the spec's folder
 */
export function checkForOtherTools(specPath: string): readonly string[] {
  const reader = new Reader();
  reader.open(resolve(specPath));
  // Files that are opened on the way join the list while it is walked.
  const seen = new Set<string>();
  for (let files = reader.files; files.some((file) => !seen.has(file)); files = reader.files) {
    for (const file of files.filter((each) => !seen.has(each))) {
      seen.add(file);
      checkFile(reader, reader.open(file));
    }
  }
  reader.finish();
  return reader.files;
}

/** By a list instead of recursion: a nesting that the parser has read must not overflow the stack here. */
function checkFile(reader: Reader, root: SpecNode): void {
  const nodes = [root];
  // What is appended on the way is visited too.
  for (const node of nodes) {
    if (node.isList()) nodes.push(...node.items('the list'));
    if (!node.isMap()) continue;
    for (const { key, value } of node.fields('the mapping')) {
      nodes.push(value);
      if (addressKeys.has(key)) checkAddress(reader, value);
      if (key === 'mapping' && value.isMap())
        for (const field of value.fields('`mapping`')) checkAddress(reader, field.value);
    }
  }
}

/**
 * A missing file is no fault here: outside of what the model reads, `$ref` may be plain data. Some tools decode an address before they
 * follow it, and some do not.
 */
function checkAddress(reader: Reader, node: SpecNode): void {
  const address = node.scalar();
  if (typeof address !== 'string') return;
  const [fileName = ''] = address.split('#');
  if (fileName === '') return;
  for (const name of new Set([fileName, decoded(fileName)])) {
    const path = pathInFolder(reader, node, address, name);
    if (path !== undefined && existsSync(path)) reader.open(path);
  }
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
