import { queryText, send, type Response } from './call.ts';

/** A call of the unsigned façade. */
export type Call = (action: string, parameters: Readonly<Record<string, string>>) => Promise<Response>;

const RegionId = 'cn-hangzhou';

/** The two operations, in short. */
export function facade(url: string, extra: Readonly<Record<string, string>> = {}) {
  const call: Call = (action, parameters) =>
    send(url, { path: `/${action}?${queryText(parameters)}`, headers: extra });
  return {
    call,
    modify: (ImageId: string, Operation: string, more: Readonly<Record<string, string>> = {}) =>
      call('ModifyImageShareStatus', { RegionId, ImageId, Operation, ...more }),
    remove: (ids: readonly string[], more: Readonly<Record<string, string>> = {}) =>
      call('DeleteCustomImages', { RegionId, ImageIds: JSON.stringify(ids), ...more }),
  };
}

/** Status and, of an error, `Code`. */
export function brief({ status, body }: Response): string {
  return body['Code'] === undefined ? String(status) : `${status} ${String(body['Code'])}`;
}
