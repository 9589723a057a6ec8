/** Finds out about resources in an unknown state, and puts resources back into their first state. */
import type { Move } from '../contract-case.ts';
import { fillQuery } from '../template.ts';
import { route } from '../state/moves.ts';
import type { PoolItem } from '../state/pool.ts';
import { UNKNOWN } from '../state/pool.ts';
import { withFresh } from './fresh.ts';
import type { Exchange } from './record.ts';
import type { Session } from './session.ts';

/** Values of a move's templates for a resource. */
export function moveValues(session: Session, id: string): ReadonlyMap<string, string> {
  const variables = Object.entries(session.settings.variables);
  return new Map([
    ['resource', id],
    ...variables.map(([name, value]) => [`variable.${name}`, value] as const),
  ]);
}

/** Makes a move; false when it is not answered as it should be. */
export async function makeMove(
  session: Session,
  item: PoolItem,
  move: Move,
  phase: 'prepare' | 'restore',
  exchanges: Exchange[],
): Promise<boolean> {
  const values = withFresh(moveValues(session, item.id), move.query, session.texts);
  const query = fillQuery(move.query, values);
  const description = `${item.id}: from ${item.state === UNKNOWN ? 'an unknown state' : move.from} to ${move.to}.`;
  const answer = await session
    .call({ phase, description, action: move.action, query }, exchanges)
    .catch(() => undefined);
  if (answer?.status !== move.status) return false;
  item.state = move.to;
  return true;
}

/** Tries the calls that lead to the first state, then those that leave it; what neither reaches is given up. */
async function findOut(session: Session, item: PoolItem, exchanges: Exchange[]): Promise<void> {
  const resource = session.catalogue.resources[item.resource];
  const harmless = session.catalogue.moves.filter(
    (move) => move.resource === item.resource && move.to !== resource?.absent,
  );
  const ordered = [
    ...harmless.filter(({ to }) => to === resource?.initial),
    ...harmless.filter(({ to }) => to !== resource?.initial),
  ];
  for (const move of ordered) if (await makeMove(session, item, move, 'restore', exchanges)) return;
  // Without an answer it may be there as before.
  if (exchanges.at(-1)?.status !== undefined) item.state = resource?.absent ?? 'absent';
}

/** Finds out the state of every resource that cases left unknown. */
export async function recoverUnknown(session: Session, exchanges: Exchange[]): Promise<void> {
  for (const item of session.pool.unknown()) {
    if (session.silent) return;
    await findOut(session, item, exchanges);
  }
}

/**
 * Puts every resource that still exists back into its first state.
 *
 * @param states what is known of the resources, by id
 * @param known whether all of that can be relied on, or only that some no longer exist
 * @returns the ids with which that failed
 */
export async function restoreAll(
  session: Session,
  states: Readonly<Record<string, string>>,
  known: 'all' | 'absent-only',
): Promise<readonly string[]> {
  session.pool.adopt(states);
  if (known === 'absent-only') session.pool.doubt();
  const exchanges: Exchange[] = [];
  await recoverUnknown(session, exchanges);
  const failed: string[] = [];
  for (const item of session.pool.displaced()) {
    const initial = session.catalogue.resources[item.resource]?.initial ?? '';
    const moves = route(session.catalogue.moves, item.resource, item.state, initial) ?? [];
    let done = moves.length > 0 && !session.silent;
    for (const move of moves) done &&= await makeMove(session, item, move, 'restore', exchanges);
    if (!done) failed.push(item.id);
  }
  return failed;
}
