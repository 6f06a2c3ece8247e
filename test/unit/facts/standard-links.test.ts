import { expect, it } from "vitest";
import { linkStandards } from "../../../src/facts/standard-links.js";

const RFC = "https://www.rfc-editor.org/rfc";
const CORE = "https://openid.net/specs/openid-connect-core-1_0.html";

it.each([
  ["RFC 7519 section 4.1.4", [["RFC 7519 section 4.1.4", `${RFC}/rfc7519#section-4.1.4`]]],
  ["RFC 7519", [["RFC 7519", `${RFC}/rfc7519`]]],
  [
    "RFC 9449 section 6.1 and RFC 8705 section 3.1",
    [
      ["RFC 9449 section 6.1", `${RFC}/rfc9449#section-6.1`],
      [" and ", null],
      ["RFC 8705 section 3.1", `${RFC}/rfc8705#section-3.1`],
    ],
  ],
  [
    "OpenID Connect Core 1.0 sections 2 and 3.1.3.7",
    [
      ["OpenID Connect Core 1.0 sections 2", `${CORE}#rfc.section.2`],
      [" and 3.1.3.7", null],
    ],
  ],
  ["3GPP TS 29.222 clause 8.5.4.2.8", [["3GPP TS 29.222 clause 8.5.4.2.8", null]]],
  ["", []],
])("links %j to its sections", (text, want) => {
  expect(linkStandards(text).map((part) => [part.text, part.url])).toEqual(want);
});
