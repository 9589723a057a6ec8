import type { ApiModel } from '@swas/generator-model';

/** What is told to openapi-generator for one language. */
export interface LanguageSettings {
  /** Its additional properties. */
  readonly options: Readonly<Record<string, string>>;
  /** Files that are not emitted, as patterns of an ignore file. */
  readonly ignore: readonly string[];
}

/** Set-up of build services and of a repository that the client is not in; hidden settings that build tools obey. */
const unwanted = [
  '.github/',
  '.gitlab-ci.yml',
  '.travis.yml',
  'appveyor.yml',
  'git_push.sh',
  '.gitignore',
  '.cargo/',
  '.mvn/',
];

const snakeCase = (name: string): string => name.replaceAll(/[^A-Za-z0-9]+/g, '_').toLowerCase();

/** By openapi-generator's name of a language; one that is not here gets the general settings. */
const byLanguage: Readonly<Record<string, (model: ApiModel) => LanguageSettings>> = {
  python: ({ product }) => ({
    options: { packageName: `${snakeCase(product)}_client`, projectName: `${product}-client` },
    // One build file is enough, and pages that repeat the docstrings would need a README that links to them.
    ignore: [
      'pyproject.toml',
      'requirements.txt',
      'setup.cfg',
      'test-requirements.txt',
      'tox.ini',
      'README.md',
      'test/',
    ],
  }),
};

/** Settings of a language for an API. No date is written, so that the same spec gives the same bytes. */
export function settingsOf(language: string, model: ApiModel): LanguageSettings {
  const own = Object.hasOwn(byLanguage, language) ? byLanguage[language]?.(model) : undefined;
  return {
    options: { hideGenerationTimestamp: 'true', ...own?.options },
    ignore: [...unwanted, ...(own?.ignore ?? [])],
  };
}

/** Neither pages nor placeholder tests for every model and operation. */
const globalProperties = 'apiDocs=false,modelDocs=false,apiTests=false,modelTests=false';

/** Flags of openapi-generator that carry the options. A comma would end a value there, so it is escaped. */
export function optionFlags(options: Readonly<Record<string, string>>): readonly string[] {
  const flags = Object.entries(options).flatMap(([name, value]) => [
    '--additional-properties',
    `${name}=${value.replaceAll(',', String.raw`\,`)}`,
  ]);
  return ['--global-property', globalProperties, ...flags];
}
