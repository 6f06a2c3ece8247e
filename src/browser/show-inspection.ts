import type { Finding } from "../inspect/inspection.js";
import { NO_KEY } from "../inspect/judge-form.js";
import { dateWords, distanceWords } from "../inspect/time-words.js";
import { splitClaimName } from "../text/split-claim-name.js";
import { element } from "./element.js";
import type { Explanation } from "./explain-token.js";
import type { ClaimData, KindData } from "./kind-data.js";

/** What is shown of one value, in characters, and how many members. */
const MOST_CHARACTERS = 2000;
const MOST_MEMBERS = 200;

const TIMES: ReadonlySet<string> = new Set(["exp", "nbf", "iat", "auth_time", "updated_at"]);

/** What is said of header members (RFC 7515 section 4.1). */
const HEADER: ReadonlyMap<string, string> = new Map([
  ["alg", "Algorithm of the signature."],
  ["typ", "What kind of token it is."],
  ["kid", "Which key has signed it."],
  ["cty", "What the payload is, where it is no claims."],
  ["enc", "Algorithm of the encryption."],
  ["crit", "Extensions that have to be understood."],
  ["jwk", "A key that the token brings along; never followed."],
  ["jku", "Where the token says its keys are; never followed."],
  ["x5u", "Where the token says its certificate is; never followed."],
  ["x5c", "A certificate that the token brings along; never followed."],
  ["x5t", "Digest of a certificate."],
]);

/** The outcome in a sentence, which is also read aloud. */
export function verdictWords(inspection: Explanation, kind: KindData | null): string {
  const { token, acceptable, findings, description, isUnsigned } = inspection;
  if (description === null) return "This is no token.";
  const reasons = findings.filter(({ refuses }) => refuses).length;
  if (!acceptable) return `Refused, for ${reasons === 1 ? "one reason" : `${reasons} reasons`}.`;
  if (isUnsigned) return `Good claims for a token of the kind ${kind?.title ?? token}, which nobody has signed.`;
  if (isCut(inspection)) return "Well formed but for its signature, which no key will verify.";
  if (token === null) return "Nothing is wrong with it.";
  return `A good ${kind?.title ?? token}, as far as can be seen without a key.`;
}

/** A signature of a length that its algorithm has not; the note says so. */
function isCut({ notes }: Explanation): boolean {
  return notes.some((note) => note.startsWith(NO_KEY));
}

/** All that is said of a token. */
export function showInspection(inspection: Explanation, kind: KindData | null, now: number): readonly Node[] {
  const { findings, header, claims, acceptable, description } = inspection;
  const refusals = findings.filter(({ refuses }) => refuses);
  const remarks = findings.filter(({ refuses }) => !refuses);
  return [
    element(
      "div",
      { class: `verdict ${acceptable && !isCut(inspection) ? "good" : "bad"}` },
      element("h2", {}, verdictWords(inspection, kind)),
      element(
        "p",
        { class: "soft" },
        [description === null ? "" : kindWords(inspection, kind), sizeWords(inspection)].filter(Boolean).join(" "),
      ),
    ),
    ...(refusals.length === 0 ? [] : [findingList(refusals)]),
    ...(remarks.length === 0 ? [] : [element("h3", {}, "Worth knowing"), findingList(remarks)]),
    ...[...inspection.notes, ...filledInNotes(inspection, kind)].map((note) => element("p", { class: "soft" }, note)),
    ...(claims === null ? [] : [element("h2", {}, "Claims"), memberTable(claims, kind, now)]),
    ...(header === null ? [] : [element("h2", {}, "Header"), memberTable(header, null, now, HEADER)]),
  ];
}

/** What is missing of claims that somebody is about to issue need not be there. */
function filledInNotes({ isUnsigned, findings }: Explanation, kind: KindData | null): readonly string[] {
  const missing = new Set(findings.flatMap(({ code, claim }) => (code === "missing" && claim !== null ? [claim] : [])));
  const names = kind?.claims.filter(({ name, filledIn }) => filledIn && missing.has(name)) ?? [];
  if (!isUnsigned || names.length === 0) return [];
  return [`Of what is missing, issue fills in ${names.map(({ name }) => `"${name}"`).join(", ")}.`];
}

function kindWords({ description, token, isUnsigned }: Explanation, kind: KindData | null): string {
  const name = kind === null ? "" : `Read as ${kind.title} (${token ?? ""}). `;
  if (isUnsigned) return `${name}These are claims and no token: nothing was signed, and anyone can have written them.`;
  return `${name}By its form it is ${description ?? "nothing known"}. The signature was not checked.`;
}

function sizeWords({ size }: Explanation): string {
  if (size === null) return "";
  const room = size.maxBytes === null ? "" : ` of ${size.maxBytes} allowed`;
  return `${size.bytes} bytes${room}: header ${size.header}, claims ${size.payload}, signature ${size.signature}.`;
}

function findingList(findings: readonly Finding[]): HTMLElement {
  return element(
    "ol",
    { class: "findings" },
    ...findings.map(({ code, message, expected }) =>
      element(
        "li",
        {},
        element("span", { class: "badge" }, code),
        ` ${message}`,
        expected === null ? null : element("span", { class: "soft" }, `Expected: ${expected}`),
      ),
    ),
  );
}

/** The members of the header or of the claims, each with what is known of it. */
function memberTable(
  members: Readonly<Record<string, unknown>>,
  kind: KindData | null,
  now: number,
  others: ReadonlyMap<string, string> = new Map(),
): HTMLElement {
  const known = new Map(kind?.claims.map((claim) => [claim.name, claim]));
  const entries = Object.entries(members);
  const rows = entries.slice(0, MOST_MEMBERS).map(([name, value]) => {
    const claim = known.get(name);
    return element(
      "tr",
      { role: "row" },
      element("th", { scope: "row", role: "rowheader" }, claimLink(name, claim, kind)),
      element("td", { role: "cell" }, element("code", { class: "value" }, shortened(JSON.stringify(value, null, 2)))),
      element("td", { role: "cell" }, others.get(name) ?? meaning(name, value, claim, kind, now)),
    );
  });
  const head = ["Name", "Value", "Meaning"].map((text) => element("th", { scope: "col", role: "columnheader" }, text));
  const rest = entries.length - rows.length;
  return element(
    "table",
    { class: "stack decoded", role: "table" },
    rest > 0 ? element("caption", {}, `The first ${rows.length} of ${entries.length}`) : null,
    element("thead", { role: "rowgroup" }, element("tr", { role: "row" }, ...head)),
    element("tbody", { role: "rowgroup" }, ...rows),
  );
}

function claimLink(name: string, claim: ClaimData | undefined, kind: KindData | null): Node {
  const [space, rest] = splitClaimName(shortened(name));
  const way = space === "" ? null : element("span", { class: "space" }, space);
  const shown = element("span", { class: "name" }, way, rest);
  if (claim === undefined || kind === null) return shown;
  return element("a", { href: `tokens/${kind.page}.html#${encodeURIComponent(claim.id)}` }, shown);
}

function meaning(
  name: string,
  value: unknown,
  claim: ClaimData | undefined,
  kind: KindData | null,
  now: number,
): string {
  const time =
    TIMES.has(name) && typeof value === "number" ? `${dateWords(value)}, ${distanceWords(value, now)}. ` : "";
  if (claim !== undefined) return `${time}${claim.description ?? claim.type}`;
  return kind === null ? time : `${time}Not in the claim set.`;
}

function shortened(text: string): string {
  const rest = text.length - MOST_CHARACTERS;
  return rest <= 0 ? text : `${text.slice(0, MOST_CHARACTERS)}… (${rest} more characters)`;
}
