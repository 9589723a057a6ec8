import type { Credentials, GetCredentials } from './types.ts';

/** A session is renewed this many ms before it ends, as the official SDK does. */
const staleTime = 15 * 60_000;
/** After a failed renewal a session that still lasts is used for this many ms before the next attempt. */
const retryDelay = 60_000;
/** After this many ms callers no longer wait for a load that others began: one that hangs would hang them all, for good. */
const patience = 60_000;

/**
 * Keeps credentials that say when they end, and asks for new ones before that. Callers at the same time share one load; a
 * failed load leaves nothing behind, so the next call loads again.
 *
 * @param now ms since the epoch
 */
export function refreshing(load: GetCredentials, now: () => number = Date.now): GetCredentials {
  let session: Credentials | undefined;
  let freshUntil = 0;
  let pending: Promise<Credentials> | undefined;
  let waitedUntil = 0;

  const renew = async (): Promise<Credentials> => {
    try {
      session = await load();
      const end = session.expiration?.getTime() ?? 0;
      // A session of 15 minutes, or one handed out near its end, would otherwise be renewed on every call.
      freshUntil = end - Math.min(staleTime, Math.max(0, end - now()) / 2);
      return session;
    } catch (error) {
      const end = session?.expiration?.getTime() ?? 0;
      if (!session || now() >= end) throw error;
      freshUntil = Math.min(end, now() + retryDelay);
      return session;
    }
  };

  return async () => {
    if (session && now() < freshUntil) return session;
    if (pending && now() < waitedUntil) return pending;
    waitedUntil = now() + patience;
    const begun = renew().finally(() => {
      if (pending === begun) pending = undefined;
    });
    pending = begun;
    return begun;
  };
}
