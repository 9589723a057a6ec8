import { dirname, resolve, sep } from 'node:path';
import { existsSync, realpathSync } from 'node:fs';
import type { Reader } from './reader.ts';
import type { SpecNode } from './spec-node.ts';
import { suggest } from './suggest.ts';
import { keySet } from './key-set.ts';

const referenceKeys = keySet('$ref');

/** Longest chain of `$ref` to `$ref`. */
const maximumChain = 50;

/** What a `$ref` points at. */
export interface Target {
  readonly node: SpecNode;
  /** Last segment of the pointer, or the file's name: what a schema is called. */
  readonly name: string;
  /** The `$ref` by which it was found first. */
  readonly ref: string;
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

/**
 * The path that a reference names, checked to lie in the spec's folder: a spec must not read its reader's disk. The text is judged before
 * the disk is asked, which could otherwise tell what exists elsewhere or, on Windows, greet the machine that `\\host` names.
 */
export function pathInFolder(
  reader: Reader,
  from: SpecNode,
  ref: string,
  fileName: string,
): string | undefined {
  const hint = 'put the file beside the spec and name it by a relative path';
  if (/^[a-z][a-z0-9+.-]*:|^[/\\]{2}/i.test(fileName)) {
    return reader.report(
      from.location,
      `\`$ref\` to a URL: ${ref}`,
      'a file in the folder of the spec',
      hint,
    );
  }
  const path = resolve(dirname(from.document.path), fileName);
  const inFolder = (candidate: string): boolean => candidate.startsWith(reader.folder + sep);
  // Links are resolved on both sides, so that no link leads out of the folder.
  if (inFolder(path) && (!existsSync(path) || inFolder(realpathSync(path)))) return path;
  return reader.report(
    from.location,
    `\`$ref\` leads out of the spec's folder: ${ref}`,
    'a file in that folder',
    hint,
  );
}

/** The file that a reference names; it has to exist. */
function referencedFile(reader: Reader, from: SpecNode, ref: string, fileName: string): string | undefined {
  const path = pathInFolder(reader, from, ref, fileName);
  if (path === undefined || existsSync(path)) return path;
  return reader.report(
    from.location,
    `\`$ref\` to a missing file: ${ref}`,
    'an existing file',
    'check the path',
  );
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
  let node = reader.open(path);
  for (const segment of segments) {
    const child = childOf(node, segment);
    if (child === undefined) {
      const near = suggest(segment, node.names());
      const hint =
        near === undefined
          ? 'check the spelling, or add what it points at'
          : `did you mean \`${near}\` instead of \`${segment}\`?`;
      const expected = 'the place of an existing object';
      return reader.report(from.location, `\`$ref\` points at nothing: ${ref}`, expected, hint);
    }
    node = child;
  }
  return { node, name: segments.at(-1) ?? fileName.replace(/^.*\/|\.[^.]*$/g, ''), ref };
}

function childOf(node: SpecNode, segment: string): SpecNode | undefined {
  if (!node.isList()) return node.get(segment);
  return /^\d+$/.test(segment) ? node.item(Number(segment)) : undefined;
}

/** The text of a node's `$ref`, if it has one. */
function referenceOf(node: SpecNode): string | undefined {
  return node.get('$ref')?.string('`$ref`');
}

/** Follows `$ref` until something else comes; reports what cannot be followed. A node without `$ref` is its own target. */
export function dereference(reader: Reader, node: SpecNode): SpecNode | undefined {
  let current: SpecNode = node;
  for (let length = 0; length < maximumChain; length += 1) {
    if (current.get('$ref') === undefined) return current;
    // Outside schemas, what stands beside `$ref` has no effect; whoever wrote it expects one.
    reader.checkKeys(current, 'a reference', referenceKeys);
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
  if (ref === undefined || from === undefined) return undefined;
  return resolveText(reader, from, ref);
}

/** What a reference points at that stands at a node, or anywhere else in its file. */
export function resolveText(reader: Reader, from: SpecNode, ref: string): Target | undefined {
  // A spec refers to a few targets many times. What cannot be followed is reported at each place.
  const key = `${from.document.path}\n${ref}`;
  const known = reader.targets.get(key);
  if (known !== undefined) return known;
  const target = follow(reader, from, ref);
  if (target !== undefined) reader.targets.set(key, target);
  return target;
}
