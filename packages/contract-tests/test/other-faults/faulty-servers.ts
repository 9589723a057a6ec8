import type { Call, Choices } from '../other-server/choices.ts';

/** Choices by what the server does wrong, each with the cases that have to notice. */
export type FaultyServers = Readonly<Record<string, readonly [Choices, RegExp]>>;

export const isDelete = ({ action }: Pick<Call, 'action'>): boolean => action === 'DeleteCustomImages';

export const tokenOf = (query: URLSearchParams): string => query.get('ClientToken') ?? '';
