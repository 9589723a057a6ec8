import { inErrors, setMember } from '../../faults/change-reply.ts';
import type { Fault } from '../../faults/fault.ts';

/** Faults of one documented error: status, code and message, one each. */
function wrongAnswers(
  prefix: string,
  code: string,
  wrong: { status: number; code: string; message: string },
): readonly Fault[] {
  return [
    inErrors(
      `${prefix}-status`,
      `answers ${code} with status ${wrong.status}`,
      (reply) => ({ ...reply, status: wrong.status }),
      code,
    ),
    inErrors(
      `${prefix}-code`,
      `answers ${wrong.code} instead of ${code}`,
      (reply) => setMember(reply, 'Code', wrong.code),
      code,
    ),
    inErrors(
      `${prefix}-message`,
      `answers ${code} with another Message`,
      (reply) => setMember(reply, 'Message', wrong.message),
      code,
    ),
  ];
}

const message = 'Something went wrong.';

/** Wrong status, code or message of each documented error. */
export const answerFaults: readonly Fault[] = [
  ...wrongAnswers('in-share', 'CustomImageInShare', { status: 403, code: 'OperationDenied', message }),
  ...wrongAnswers('not-found', 'InvalidImageId.NotFound', { status: 400, code: 'InvalidImageId', message }),
  ...wrongAnswers('illegal-operation', 'InvalidParam.OperationIllegal', {
    status: 422,
    code: 'InvalidParameter',
    message,
  }),
];
