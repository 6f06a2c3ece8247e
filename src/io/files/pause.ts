/**
 * Waits without giving way to other code of this process: between two looks at what another process does.
 *
 * @param milliseconds - how long
 */
export function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
