import { dirname, resolve, sep } from 'node:path';
import { existsSync, realpathSync } from 'node:fs';
import type { Reader } from './reader.ts';
import type { SpecNode } from './spec-node.ts';

/** Longest chain of `$ref` to `$ref`. */
const maximumChain = 50;

/** What a `$ref` points at. */
export interface Target {
  readonly node: SpecNode;
  /** Last segment of the pointer, or the file's name: what a schema is called. */
  readonly name: string;
}

const unescapeSegment = (segment: string): string => segment.replaceAll('~1', '/').replaceAll('~0', '~');

function decodePointer(fragment: string): readonly string[] | undefined {
  if (fragment === '') return [];
  if (!fragment.startsWith('/')) return undefined;
  try {
    return decodeURIComponent(fragment).slice(1).split('/').map(unescapeSegment);
  } catch {
    return undefined;
  }
}

/** The file that a reference names, checked to lie in the spec's folder: a spec must not read its reader's disk. */
function referencedFile(reader: Reader, from: SpecNode, ref: string, fileName: string): string | undefined {
  const hint = 'put the file beside the spec and name it by a relative path';
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(fileName)) {
    return reader.report(
      from.location,
      `\`$ref\` to a URL: ${ref}`,
      'a file in the folder of the spec',
      hint,
    );
  }
  const path = resolve(dirname(from.document.path), fileName);
  if (!existsSync(path)) {
    return reader.report(
      from.location,
      `\`$ref\` to a missing file: ${ref}`,
      'an existing file',
      'check the path',
    );
  }
  // Links are resolved on both sides, so that no link leads out of the folder.
  if (!realpathSync(path).startsWith(realpathSync(reader.root) + sep)) {
    return reader.report(
      from.location,
      `\`$ref\` leads out of the spec's folder: ${ref}`,
      'a file in that folder',
      hint,
    );
  }
  return path;
}

function follow(reader: Reader, from: SpecNode, ref: string): Target | undefined {
  const hash = ref.indexOf('#');
  const fileName = hash < 0 ? ref : ref.slice(0, hash);
  const segments = decodePointer(hash < 0 ? '' : ref.slice(hash + 1));
  if (segments === undefined) {
    return reader.report(
      from.location,
      `\`$ref\` is no JSON pointer: ${ref}`,
      '`#/components/…`',
      'start it with `#/`',
    );
  }
  const path = fileName === '' ? from.document.path : referencedFile(reader, from, ref, fileName);
  if (path === undefined) return undefined;
  let node: SpecNode | undefined = reader.open(path);
  for (const segment of segments) {
    node = node?.isList() ? node.items('the list').at(Number(segment)) : node?.get(segment);
  }
  if (node === undefined) {
    const hint = 'check the spelling, or add what it points at';
    return reader.report(
      from.location,
      `\`$ref\` points at nothing: ${ref}`,
      'the place of an existing object',
      hint,
    );
  }
  return { node, name: segments.at(-1) ?? fileName.replace(/^.*\/|\.[^.]*$/g, '') };
}

/** The text of a node's `$ref`, if it has one. */
export function referenceOf(node: SpecNode): string | undefined {
  return node.get('$ref')?.string('`$ref`');
}

/** Follows `$ref` until something else comes; reports what cannot be followed. A node without `$ref` is its own target. */
export function dereference(reader: Reader, node: SpecNode): SpecNode | undefined {
  let current: SpecNode = node;
  for (let length = 0; length < maximumChain; length += 1) {
    if (current.get('$ref') === undefined) return current;
    const target = resolveReference(reader, current);
    if (target === undefined) return undefined;
    current = target.node;
  }
  return reader.report(node.location, '`$ref` leads back to itself', 'a chain that ends', 'break the circle');
}

/** One step: what this node's own `$ref` points at. */
export function resolveReference(reader: Reader, node: SpecNode): Target | undefined {
  const ref = referenceOf(node);
  const from = node.get('$ref');
  return ref === undefined || from === undefined ? undefined : follow(reader, from, ref);
}
