import { describe, expect, it } from "vitest";
import { formatInspection, INSPECT_FORMATS } from "../../../src/report/format-inspection.js";
import { inspectJson } from "../../../src/report/inspect-json.js";
import { inspectText } from "../../../src/report/inspect-text.js";
import { PLAIN_STYLE } from "../../../src/report/plain-style.js";
import { NOW } from "../../support/forge-token.js";
import { CLAIMS, HEADER, inspectSample, KEY, sampleToken } from "../../support/inspect-sample.js";

describe("inspectJson", () => {
  it("has the members of the interface, and no other", async () => {
    const inspection = await inspectSample(sampleToken({ exp: NOW }), { key: KEY });
    expect(JSON.parse(inspectJson(inspection))).toEqual({
      token: "access",
      acceptable: false,
      verified: true,
      findings: [
        {
          code: "expired",
          claim: "exp",
          expected: null,
          message: 'The token expired less than a second ago: "exp" is 2025-01-01 00:00:00 UTC.',
        },
      ],
      header: HEADER,
      claims: { ...CLAIMS, exp: NOW },
    });
  });

  it("has null for what cannot be read", async () => {
    const { token, header, claims } = JSON.parse(inspectJson(await inspectSample("x"))) as Record<string, unknown>;
    expect({ token, header, claims }).toEqual({ token: null, header: null, claims: null });
  });

  it("escapes what a terminal obeys, and stays the same JSON", async () => {
    const evil = "\u001b[2J\u007f\u009b\u2028\u2029\u202e\u200b\u{e0041}\ud800";
    const inspection = await inspectSample(sampleToken({ sub: evil, [`n${evil}`]: 1 }));
    const text = inspectJson(inspection);
    expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
    expect((JSON.parse(text) as typeof inspection).claims).toMatchObject({ sub: inspection.claims?.["sub"] });
  });

  it("keeps members that have the names of what every object has", async () => {
    const claims = JSON.parse('{"__proto__":{"admin":true},"toString":"x"}') as object;
    const text = inspectJson(await inspectSample(sampleToken(claims)));
    expect(text).toContain('"__proto__": {\n      "admin": true\n    }');
  });

  it("never holds the signature or a part of the token as it came", async () => {
    const token = sampleToken();
    const text = inspectJson(await inspectSample(token, { key: KEY }));
    for (const part of token.split(".")) expect(text).not.toContain(part);
  });
});

it("formatInspection gives each format, plain and in 80 columns where nothing else is said", async () => {
  const one = await inspectSample(sampleToken({ exp: NOW }));
  const texts = await Promise.all(INSPECT_FORMATS.map(async (format) => [format, await formatInspection(one, format)]));
  expect(Object.fromEntries(texts)).toEqual({ text: inspectText(one, PLAIN_STYLE, 80), json: inspectJson(one) });
  expect(await formatInspection(one, "text", { columns: 50 })).toBe(inspectText(one, PLAIN_STYLE, 50));
});
