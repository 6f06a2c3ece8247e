import { describe, expect, it } from "vitest";
import { inferTokens } from "../../../src/infer/infer-tokens.js";
import { complaintsOf, projectOfInference, VOCABULARY } from "../../support/infer.js";
import { PROVIDER_SAMPLES } from "../../support/provider-samples.js";

describe.each(PROVIDER_SAMPLES)("tokens in the form of $provider", ({ provider, key, samples, drafted }) => {
  const inference = inferTokens(
    samples.map(({ header, payload }) => ({ header, claims: payload })),
    VOCABULARY,
  );

  it("are recognized, and only verified", () => {
    expect(inference.tokens.map((token) => [token.key, token.samples, token.provider])).toEqual([[key, 3, provider]]);
    expect(inference.config["tokens"]).toMatchObject({ [key]: { algorithms: ["RS256"], helpers: ["verify"] } });
  });

  it("have the schema that they seem to have", () => {
    expect(inference.tokens[0]?.schema["properties"]).toMatchObject(drafted);
  });

  it("are accepted by what is generated from the draft, and not without what all of them have", () => {
    const project = projectOfInference(inference);
    for (const { payload } of samples) expect(complaintsOf(project, key, payload)).toEqual({ open: [], closed: [] });
    const { sub: _, ...rest } = { sub: null, ...samples[0]?.payload };
    expect(complaintsOf(project, key, rest).open).toMatchObject([
      { keyword: "required", params: { missingProperty: "sub" } },
    ]);
  });

  it("warn of nothing", () => {
    expect(inference.notes.filter(({ level }) => level === "warning")).toEqual([]);
  });
});
