import type { Socket } from 'node:net';
import type { TransportPhase } from './transport.ts';

/** How far an exchange without an answer got, worked out when it fails so that one that succeeds pays nothing. */
export function openSocketPhase(socket: Socket | null, cause: unknown): TransportPhase {
  const { connecting, secureConnecting } = Object(socket) as {
    connecting?: boolean;
    secureConnecting?: boolean;
  };
  const { syscall } = Object(cause) as { syscall?: string };
  const open =
    socket && !connecting && !secureConnecting && syscall !== 'connect' && syscall !== 'getaddrinfo';
  return open ? 'headers' : 'connect';
}
