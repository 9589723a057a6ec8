import type { Level } from '../src/contract-case.ts';
import type { Problem } from '../src/run/record.ts';

/** Which cases belong to the rule that a fault breaks: by id, or for rules of every answer by what is wrong. */
export type FaultRule =
  | { readonly cases: RegExp }
  | { readonly aspect: Problem['aspect']; readonly level?: Level }
  /** Breaks nothing that the documents fix. */
  | { readonly undocumented: string };

const cases = (pattern: RegExp): FaultRule => ({ cases: pattern });
const aspect = (name: Problem['aspect']): FaultRule => ({ aspect: name });
const shared = /shared?Image|shareImage|sharedImageCannotBeDeleted/iu;
const absent = /unknownImage|deletedImageIsGone|absentItem/u;

/** Every fault of the mock gateway. */
export const faultRules: Readonly<Record<string, FaultRule>> = {
  reset: aspect('no-answer'),
  'truncated-body': aspect('no-answer'),
  'request-id-missing': aspect('request-id'),
  'request-id-number': aspect('request-id'),
  'request-id-empty': aspect('request-id'),
  'request-id-null': aspect('request-id'),
  'request-id-lower-case-name': aspect('request-id'),
  'request-id-constant': aspect('request-id'),
  'request-id-header-differs': aspect('request-id'),
  // No page speaks of the header, only what is known of the gateway's other products.
  'request-id-header-missing': { aspect: 'request-id', level: 'gateway' },
  'success-status-201': cases(/[sS]haredImage/u),
  'success-status-204': cases(/[sS]haredImage/u),
  'success-empty-body': aspect('body'),
  'success-html': aspect('content-type'),
  'success-content-type': aspect('content-type'),
  'success-array': aspect('body'),
  'success-broken-json': aspect('body'),
  'error-status-200': aspect('status'),
  'error-status-500': aspect('status'),
  'error-html': aspect('content-type'),
  'error-content-type': aspect('content-type'),
  'error-empty-body': aspect('body'),
  'error-code-missing': aspect('code'),
  'error-message-missing': aspect('message'),
  'error-code-lower-case': aspect('code'),
  'token-ignored': cases(/^repeated/u),
  'token-case-insensitive': cases(/tokensDifferByCase/u),
  'token-truncated': cases(/ClientToken\.maxLength\/accepted/u),
  'token-mismatch-ignored': cases(/tokenCannotServe/u),
  'token-repetition-refused': cases(/^repeated/u),
  'error-remembered': cases(/errorNotRemembered/u),
  'sixteen-ids-accepted': cases(/ImageIds\.maxItems/u),
  'fifteen-ids-refused': cases(/ImageIds\.maxItems/u),
  'two-ids-refused': cases(/severalImagesAreDeleted/u),
  'malformed-ids-accepted': cases(/ImageIds\.json/u),
  'missing-ids-accepted': cases(/ImageIds\.required/u),
  'missing-image-accepted': cases(/ImageId\.required/u),
  'token-65-accepted': cases(/ClientToken\.maxLength\/refused/u),
  'token-non-ascii-accepted': cases(/ClientToken\.pattern/u),
  'token-64-refused': cases(/ClientToken\.maxLength\/accepted/u),
  'token-required': cases(/[sS]haredImage/u),
  'operation-case-insensitive': cases(/Operation\.enum/u),
  'operation-trimmed': cases(/Operation\.enum/u),
  'operation-unknown-accepted': cases(/Operation\.enum/u),
  'operation-missing-accepted': cases(/Operation\.required/u),
  'region-missing-accepted': cases(/RegionId\.required/u),
  'delete-keeps-image': cases(/deletedImageIsGone/u),
  'batch-deletes-only-first': cases(/severalImagesAreDeleted/u),
  'batch-keeps-last': cases(/severalImagesAreDeleted/u),
  'in-share-deleted-anyway': cases(/sharedImageCannotBeDeleted/u),
  'refused-delete-unshares': cases(/sharedImageCannotBeDeleted/u),
  'refused-delete-deletes': cases(/sharedImageCannotBeDeleted/u),
  'refused-batch-deletes-some': {
    undocumented: 'what becomes of the others of a refused batch is left open',
  },
  'unknown-image-deleted': cases(/unknownImageCannotBeDeleted/u),
  'batch-skips-unknown': cases(/absentItem/u),
  'batch-skips-shared': cases(/sharedImageAtThe/u),
  'delete-region-ignored': cases(/RegionId\.isolation/u),
  'share-does-not-persist': cases(shared),
  'unshare-does-not-persist': cases(/unshare|unsharedImageCanBeDeleted/u),
  'share-unshares': cases(shared),
  'share-touches-other-image': cases(/otherImagesStayUnshared/u),
  'unshare-touches-other-image': cases(/ModifyImageShareStatus|shared/u),
  'unshare-deletes-image': cases(/unshare/iu),
  'unknown-image-shared': cases(/unknownImageCannotBeShared/u),
  'unknown-image-unshared': cases(/unknownImageCannotBeUnshared/u),
  'share-region-ignored': cases(/RegionId\.isolation/u),
  'in-share-status': cases(/sharedImageCannotBeDeleted/u),
  'in-share-code': cases(/sharedImageCannotBeDeleted/u),
  'in-share-message': cases(/sharedImageCannotBeDeleted/u),
  'not-found-status': cases(absent),
  'not-found-code': cases(absent),
  'not-found-message': cases(absent),
  'illegal-operation-status': cases(/Operation\.enum/u),
  'illegal-operation-code': cases(/Operation\.enum/u),
  'illegal-operation-message': cases(/Operation\.enum/u),
};
