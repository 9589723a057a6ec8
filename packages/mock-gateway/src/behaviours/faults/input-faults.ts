import type { Fault } from '../../faults/fault.ts';
import type { Parameters } from '../../requests/collect.ts';
import { textOf, textsOf } from '../behaviour.ts';

/** A fault that accepts what breaks one keyword of a parameter. */
function overlooks(name: string, breaks: string, parameter: string, ...keywords: string[]): Fault {
  return {
    name,
    breaks,
    overlooks: (issue) => issue.parameter === parameter && keywords.includes(issue.keyword),
  };
}

/** A fault that changes a parameter's text before it is checked. */
function rewrites(
  name: string,
  breaks: string,
  parameter: string,
  change: (text: string | undefined) => string | undefined,
): Fault {
  const rewrite = (parameters: Parameters): Parameters => {
    const text = change(parameters[parameter]);
    return text === undefined ? parameters : { ...parameters, [parameter]: text };
  };
  return { name, breaks, rewrite };
}

const operations: readonly string[] = ['Share', 'UnShare'];
const sameButForCase = (text: string | undefined): string | undefined =>
  operations.find((value) => value.toLowerCase() === text?.toLowerCase());

/** Broken rules about parameters: accepting what is documented as wrong, refusing what is documented as right. */
export const inputFaults: readonly Fault[] = [
  overlooks('sixteen-ids-accepted', 'accepts more than 15 ids in one call', 'ImageIds', 'maxItems'),
  {
    name: 'fifteen-ids-refused',
    breaks: 'refuses 15 ids in one call',
    effect: (call, behave) =>
      textsOf(call.request, 'ImageIds').length >= 15 ? call.refuse('InvalidImageId.NotFound') : behave(call),
  },
  {
    name: 'two-ids-refused',
    breaks: 'refuses more than one id in a call',
    effect: (call, behave) =>
      textsOf(call.request, 'ImageIds').length >= 2 ? call.refuse('InvalidImageId.NotFound') : behave(call),
  },
  overlooks('malformed-ids-accepted', 'accepts ImageIds that is not JSON', 'ImageIds', 'json', 'type'),
  overlooks('missing-ids-accepted', 'accepts a call without ImageIds', 'ImageIds', 'required'),
  overlooks('missing-image-accepted', 'accepts a call without ImageId', 'ImageId', 'required'),
  overlooks(
    'token-65-accepted',
    'accepts a ClientToken of more than 64 characters',
    'ClientToken',
    'maxLength',
  ),
  overlooks('token-non-ascii-accepted', 'accepts a ClientToken that is not ASCII', 'ClientToken', 'pattern'),
  {
    name: 'token-64-refused',
    breaks: 'refuses a ClientToken of 64 characters',
    effect: (call, behave) =>
      textOf(call.request, 'ClientToken').length === 64 ? call.refuse('InvalidParameter') : behave(call),
  },
  {
    name: 'token-required',
    breaks: 'refuses a call without ClientToken',
    effect: (call, behave) =>
      textOf(call.request, 'ClientToken') === '' ? call.refuse('MissingClientToken') : behave(call),
  },
  rewrites('operation-case-insensitive', 'accepts Operation in any case', 'Operation', sameButForCase),
  rewrites('operation-trimmed', 'accepts Operation with white space around it', 'Operation', (text) =>
    text?.trim(),
  ),
  overlooks('operation-unknown-accepted', 'accepts any text as Operation', 'Operation', 'enum'),
  rewrites(
    'operation-missing-accepted',
    'takes a missing Operation for Share',
    'Operation',
    (text) => text ?? 'Share',
  ),
  rewrites(
    'region-missing-accepted',
    'takes a missing RegionId for cn-hangzhou',
    'RegionId',
    (text) => text ?? 'cn-hangzhou',
  ),
];
