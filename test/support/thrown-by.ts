/** What a call throws; null where it returns, so that an assertion on it fails. */
export function thrownBy(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  return null;
}
