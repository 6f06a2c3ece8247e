import { SIZE_LIMITS } from "../facts/size-limits.js";
import type { Token } from "../model/model.js";
import { estimateTokenSize } from "../model/token-size.js";
import type { SizeEntry, SizeLimitEntry, SizePart } from "./catalogue.js";

/** Where the bytes of a token go, and what it has to fit through. */
export function sizeEntry(token: Token): SizeEntry {
  const { smallest, typical, largest, claims } = estimateTokenSize(token);
  const parts = claims
    .map(({ claim, share }) => part(claim, share * typical, typical))
    .filter(({ bytes }) => bytes > 0)
    .sort((one, other) => other.bytes - one.bytes);
  const rest = typical - parts.reduce((sum, { bytes }) => sum + bytes, 0);
  const limits = [
    ...SIZE_LIMITS.map(({ where, bytes, beside, source }) => ({ where, bytes: bytes - beside, source })),
    { where: "what verify accepts", bytes: token.policy.maxTokenBytes, source: "the policy" },
  ].sort((one, other) => one.bytes - other.bytes);
  return {
    smallest,
    typical,
    largest,
    parts: [...parts, part(null, Math.max(rest, 0), typical)],
    limits: limits.map((limit) => ({ ...limit, verdict: verdictOf(limit.bytes, { typical, largest }) })),
  };
}

function part(claim: string | null, bytes: number, typical: number): SizePart {
  return { claim, bytes: Math.round(bytes), percent: Math.round((bytes / typical) * 1000) / 10 };
}

function verdictOf(
  bytes: number,
  { typical, largest }: { readonly typical: number; readonly largest: number | null },
): SizeLimitEntry["verdict"] {
  if (largest !== null && largest <= bytes) return "always fits";
  return typical <= bytes ? "usually fits" : "does not fit";
}
