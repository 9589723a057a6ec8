/** Typed clients in other languages: openapi-generator's output, put in place without touching anybody's files. */
export { main } from './command.ts';
export { emitLanguage, LanguageError, type LanguageOptions } from './emit-language.ts';
export { hasJava } from './openapi-generator.ts';
