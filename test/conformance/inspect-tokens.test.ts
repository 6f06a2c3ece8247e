import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { inspectJson } from "../../src/report/inspect-json.js";
import { inspectText } from "../../src/report/inspect-text.js";
import { forgeToken, NOW, SECRET } from "../support/forge-token.js";
import { inspectSample } from "../support/inspect-sample.js";
import { testData } from "../support/test-data.js";

const plain = (text: string): string => text;
const STYLE = { red: plain, bold: plain, dim: plain };

/** RFC 7515 appendix A.1: an HMAC token, expired since 2011. */
const RFC7515_A1 = [
  "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9",
  "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ",
  "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
].join(".\n");

const RFC7515_A1_KEY = {
  kty: "oct",
  k: "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow",
};

describe("the token of RFC 7515 appendix A.1", () => {
  it("is verified, and expired in 2011", async () => {
    const inspection = await inspectSample(RFC7515_A1, { project: null, key: { key: RFC7515_A1_KEY } });
    expect(inspection).toMatchObject({ acceptable: false, verified: true, claims: { iss: "joe" } });
    expect(inspection.findings.map(({ code, claim }) => [code, claim])).toEqual([["expired", "exp"]]);
    expect(inspection.notes).toContain("Read without line breaks.");
  });
});

const folder = testData("real-tokens/payloads");

describe.skipIf(folder === null)(`published tokens${folder === null ? " (not run: no test data)" : ""}`, () => {
  it.each(folder === null ? [] : readdirSync(folder))(
    "%s is read, and nothing is wrong with its form",
    async (file) => {
      const claims = JSON.parse(readFileSync(path.join(folder ?? "", file), "utf8")) as object;
      const inspection = await inspectSample(forgeToken({ alg: "HS256", typ: "JWT" }, claims, SECRET), {
        project: null,
        key: { key: SECRET },
        now: NOW,
      });
      expect(inspection.verified).toBe(true);
      expect(inspection.claims).toEqual(claims);
      // Examples in documents are old, and some hold placeholders where a time or a name belongs.
      const codes = inspection.findings.map(({ code }) => code);
      expect(codes.filter((code) => !["expired", "not_yet_valid", "invalid"].includes(code))).toEqual([]);
      expect(JSON.parse(inspectJson(inspection))).toMatchObject({ token: null, claims });
      for (const line of inspectText(inspection, STYLE, 100).split("\n"))
        expect([...line].length).toBeLessThanOrEqual(100);
    },
  );
});
