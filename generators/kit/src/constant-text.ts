import type { FileText } from './emitted-file.ts';
import type { Expression } from './expression.ts';
import { pageText } from './source-file.ts';
import { StructureKind, VariableDeclarationKind, type Statement } from './structures.ts';
import { docComment } from './text.ts';

/** A constant, and what its file imports. */
export interface ConstantTextOptions {
  /** Name of the generator, for the header. */
  readonly generator: string;
  readonly imports: readonly Statement[];
  /** What the constant is, in the words of the spec or of the generator: any text. */
  readonly doc?: string;
  readonly name: string;
  /** Its type, which the package declares by hand; without one, the type is that of the value. */
  readonly type?: string;
  readonly value: Expression;
}

/** The text of a file that exports one constant: what packages read that hold their code by hand and their data emitted. */
export function constantText({ generator, imports, doc, name, type, value }: ConstantTextOptions): FileText {
  return pageText({
    generator,
    statements: [
      ...imports,
      {
        kind: StructureKind.VariableStatement,
        isExported: true,
        declarationKind: VariableDeclarationKind.Const,
        ...(doc === undefined ? {} : { docs: [docComment(doc)] }),
        declarations: [{ name, ...(type === undefined ? {} : { type }), initializer: value }],
      },
    ],
  });
}
