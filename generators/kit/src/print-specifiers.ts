import { layOutList, type Page } from './page.ts';
import type {
  ExportDeclarationStructure,
  ImportDeclarationStructure,
  SpecifierStructure,
} from './structures.ts';

function specifierText(specifier: SpecifierStructure): string {
  if (typeof specifier === 'string') return specifier;
  const { name, alias, isTypeOnly } = specifier;
  return `${isTypeOnly === true ? 'type ' : ''}${name}${alias === undefined ? '' : ` as ${alias}`}`;
}

/** A list of names from another file. One alone stays on its line. */
function specifiersText(
  page: Page,
  start: string,
  names: readonly SpecifierStructure[],
  end: string,
): string {
  const items = names.map(specifierText);
  if (items.length === 1) return page.check(`${start}{ ${items.join('')} }${end}`);
  return layOutList(page, start, items, ['{ ', ' }'], end);
}

/** `import … from …;` */
export function importText(page: Page, structure: ImportDeclarationStructure): string {
  const { isTypeOnly, namedImports = [], namespaceImport, moduleSpecifier } = structure;
  const start = `import ${isTypeOnly === true ? 'type ' : ''}`;
  const end = ` from '${moduleSpecifier}';`;
  if (namespaceImport !== undefined) return page.check(`${start}* as ${namespaceImport}${end}`);
  return specifiersText(page, start, namedImports, end);
}

/** `export … from …;` */
export function reexportText(page: Page, structure: ExportDeclarationStructure): string {
  const { isTypeOnly, namedExports, namespaceExport, moduleSpecifier } = structure;
  if (moduleSpecifier === undefined) return 'export {};';
  const start = `export ${isTypeOnly === true ? 'type ' : ''}`;
  const end = ` from '${moduleSpecifier}';`;
  if (namespaceExport !== undefined) return page.check(`${start}* as ${namespaceExport}${end}`);
  return specifiersText(page, start, namedExports ?? [], end);
}
