import { canary } from './syntax.ts';

/** Code that would show that it ran. */
const code = `globalThis.${canary}=1`;

/** Texts that end whatever they may have been put into without care, and go on with code. */
export const payloads: readonly string[] = [
  `*/${code}/*`,
  `*\\/${code}`,
  `a\n${code}\n//`,
  `a\r${code}//`,
  `a\u2028${code}\u2028//`,
  `\u202e*/${code}/*`,
  `'+(${code})+'`,
  `"+(${code})+"`,
  `\\'+(${code})//`,
  `\\"+(${code})//`,
  `\\\\');${code};//`,
  `\`+(${code})+\``,
  `\${${code}}`,
  `];${code};[`,
  `});${code};({`,
  `a/;${code};//`,
  `[/]/;${code};//`,
  `</script><script>${code}</script>`,
  `--><svg onload=${code}>`,
  `"><img src=x onerror=${code}>`,
  `javascript:${code}`,
  `{{${code}}}`,
  `../../../${canary}`,
  `..\\..\\${canary}`,
  `/${canary}`,
];
