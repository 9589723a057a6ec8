import v8 from 'node:v8';

/**
 * Makes a function run for longer before it is optimized. Much of the time of a run of a second or two would else go into functions that are
 * done before it pays. Nothing depends on this but time.
 */
export function compileLate() {
  // Newer versions have no such flag, and would say so in the midst of our own messages.
  if (!process.versions.node.startsWith('20.')) return;
  // Bytes of bytecode: 15 times the default of Node 20.
  v8.setFlagsFromString('--interrupt-budget=1000000');
}
