import type { ApiModel } from './api-model.ts';
import { keySet, type KeySet } from './key-set.ts';
import type { Reader } from './reader.ts';
import type { SpecNode } from './spec-node.ts';

const infoKeys = keySet('title summary description termsOfService contact license version');
const contactKeys = keySet('name url email');
const licenseKeys = keySet('name identifier url');
const linkKeys = keySet('description url');
const tagKeys = keySet('name description externalDocs');
const componentKeys = keySet(
  'schemas responses parameters examples requestBodies headers securitySchemes links callbacks pathItems',
);

/** Checks a mapping that holds nothing but the named keys: texts, save those that are looked at in other ways. */
function checkTexts(
  reader: Reader,
  node: SpecNode,
  what: string,
  keys: KeySet,
  nested: KeySet = new Set(),
): void {
  reader.checkKeys(node, what, keys);
  for (const key of keys) if (!nested.has(key)) node.get(key)?.string(`\`${key}\``);
}

/** Checks `externalDocs` of a node, if it has any: nothing is read from it, but a misspelt key is a mistake. */
export function checkExternalDocs(reader: Reader, owner: SpecNode): void {
  const node = owner.get('externalDocs');
  if (node !== undefined) checkTexts(reader, node, '`externalDocs`', linkKeys);
}

const nestedInInfo = keySet('contact license');

/** Reads `info`. What is not used is checked all the same. */
export function readInfo(reader: Reader, root: SpecNode): Pick<ApiModel, 'title' | 'description'> {
  const info = root.get('info');
  if (info === undefined) return { title: '', description: '' };
  checkTexts(reader, info, '`info`', infoKeys, nestedInInfo);
  const contact = info.get('contact');
  if (contact !== undefined) checkTexts(reader, contact, '`contact`', contactKeys);
  const license = info.get('license');
  if (license !== undefined) checkTexts(reader, license, '`license`', licenseKeys);
  const text = (key: string): string => String(info.get(key)?.scalar() ?? '');
  return { title: text('title'), description: text('description') };
}

const nestedInTag = keySet('externalDocs');

/** Checks the parts of a document that no generator uses. */
export function checkUnused(reader: Reader, root: SpecNode): void {
  checkExternalDocs(reader, root);
  for (const tag of root.get('tags')?.items('`tags`') ?? []) {
    checkTexts(reader, tag, 'the tag', tagKeys, nestedInTag);
    checkExternalDocs(reader, tag);
  }
  const components = root.get('components');
  if (components === undefined) return;
  reader.checkKeys(components, '`components`', componentKeys, {
    definitions: 'OpenAPI 3 calls them `schemas`',
  });
  for (const { value, key } of components.fields('`components`')) {
    if (componentKeys.has(key)) value.keys(`\`${key}\``);
  }
}
