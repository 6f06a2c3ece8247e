import type { Inspection } from "../inspect/inspection.js";
import type { FormatOptions } from "./format-options.js";
import { PLAIN_STYLE } from "./plain-style.js";

/** The forms in which what `inspect` says can be had. */
export const INSPECT_FORMATS = ["text", "json"] as const;

/** One of {@link INSPECT_FORMATS}. */
export type InspectFormat = (typeof INSPECT_FORMATS)[number];

/**
 * What `inspect` says of a token, as `claimsmith inspect --format` prints it. Neither form holds the signature.
 *
 * @example await formatInspection(await inspect({ text }), "text")
 */
export async function formatInspection(
  inspection: Inspection,
  format: InspectFormat,
  { style = PLAIN_STYLE, columns = 80 }: Omit<FormatOptions, "version"> = {},
): Promise<string> {
  switch (format) {
    case "text":
      return (await import("./inspect-text.js")).inspectText(inspection, style, columns);
    case "json":
      return (await import("./inspect-json.js")).inspectJson(inspection);
  }
}
