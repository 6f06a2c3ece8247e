// Made on first use: a module without top-level work can be shaken out of a bundle.
let decoder: InstanceType<typeof TextDecoder> | undefined;

/** The text of some bytes, a byte order mark included; undefined where they are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  decoder ??= new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
