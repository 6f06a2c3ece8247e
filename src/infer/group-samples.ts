import type { JsonObject } from "../schema/json-schema.js";
import { getOwn } from "../schema/own-property.js";
import { type Recognized, recognizeProvider } from "./recognize-provider.js";
import type { Sample } from "./sample.js";

/** The samples of one kind of token. */
export interface SampleGroup {
  readonly samples: readonly Sample[];
  /** Header `typ`, in lower case and without `application/`; null where it was absent, `JWT`, or no header was given. */
  readonly type: string | null;
  readonly provider: Recognized | null;
}

/**
 * The samples by kind: those with the same `typ` (RFC 7515 section 4.1.9) of the same provider, as far as one is
 * recognized. Claims without a header go with the other tokens of their provider where those have one `typ`.
 */
export function groupSamples(samples: readonly Sample[]): readonly SampleGroup[] {
  const marked = samples.map((sample) => {
    const provider = recognizeProvider(sample.claims);
    const maker = provider === null ? "" : `${provider.provider.id} ${provider.token?.key ?? ""}`;
    return { sample, provider, maker, type: typeOf(sample.header) };
  });
  const types = new Map<string, Set<string | null>>();
  for (const { sample, maker, type } of marked) {
    if (sample.header !== null) types.set(maker, (types.get(maker) ?? new Set()).add(type));
  }
  const groups = new Map<string, SampleGroup & { samples: Sample[] }>();
  for (const { sample, provider, maker, type: own } of marked) {
    const [only = null, ...others] = types.get(maker) ?? [];
    const type = sample.header === null && others.length === 0 ? only : own;
    const key = `${type ?? ""} ${maker}`;
    const group = groups.get(key) ?? { samples: [], type, provider };
    group.samples.push(sample);
    groups.set(key, { ...group, provider: stronger(group.provider, provider) });
  }
  // In an order that does not depend on which sample came first.
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

function typeOf(header: JsonObject | null): string | null {
  const type = header === null ? undefined : getOwn(header, "typ");
  if (typeof type !== "string") return null;
  const bare = type.toLowerCase().replace(/^application\//u, "");
  return bare === "" || bare === "jwt" ? null : bare;
}

const STRENGTH = ["claims", "issuer", "issuer and claims"] as const;

function stronger(a: Recognized | null, b: Recognized | null): Recognized | null {
  if (a === null || b === null) return a ?? b;
  return STRENGTH.indexOf(b.by) > STRENGTH.indexOf(a.by) ? b : a;
}
