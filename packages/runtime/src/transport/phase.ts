import type { Socket } from 'node:net';
import type { TransportPhase } from './transport.ts';

/** How far an exchange without an answer got, worked out when it fails so that one that succeeds pays nothing. */
export const openSocketPhase = (socket: Socket | null, cause: unknown): TransportPhase => {
  const { connecting = true, secureConnecting } = Object(socket) as Socket & { secureConnecting?: boolean };
  const { syscall } = Object(cause) as { syscall?: string };
  return connecting || secureConnecting || /^(conn|geta)/.test(syscall!) ? 'connect' : 'headers';
};
