import { describe, expect, it } from "vitest";
import { parseConfig } from "../../../src/config/parse-config.js";
import { acceptChanges } from "../../../src/diff/accept-changes.js";
import { diffProjects } from "../../../src/diff/diff-projects.js";
import type { DiffReport } from "../../../src/diff/diff-report.js";
import { isFailing } from "../../../src/diff/is-failing.js";
import { ConfigError } from "../../../src/errors.js";
import { configOf, projectOf } from "../../support/project.js";

const TODAY = "2026-06-15";
const claims = (role: object) => ({ type: "object", properties: { role, note: { type: "string" } } });

async function report(): Promise<DiffReport> {
  const base = projectOf(configOf(), { "schema.json": claims({ enum: ["a", "b"] }) });
  const revision = projectOf(configOf({ clockTolerance: "5s" }), { "schema.json": claims({ enum: ["a"] }) });
  return diffProjects(base, revision, { today: TODAY });
}

function accept(given: DiffReport, entries: readonly object[]): DiffReport {
  const text = JSON.stringify(configOf({}, { diff: { accept: entries } }), null, 2);
  return acceptChanges(given, parseConfig({ file: "claims.config.json", text }), TODAY);
}

function refusal(given: DiffReport, entries: readonly object[]): unknown {
  try {
    return accept(given, entries);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const { code, message, at, hint } = error;
    return { code, message, pointer: at?.pointer, hint };
  }
}

describe("diff.accept", () => {
  it("keeps an accepted break in the report and lets it no longer fail", async () => {
    const given = await report();
    expect(isFailing(given, "breaking")).toBe(true);
    const id = given.tokens[0]?.changes[0]?.id ?? "";
    const accepted = accept(given, [{ id, reason: "Nobody has b.", until: TODAY }]);
    expect(accepted.tokens[0]?.changes[0]).toEqual({
      ...given.tokens[0]?.changes[0],
      accepted: { reason: "Nobody has b.", until: TODAY },
    });
    expect(accepted.tokens[0]?.level).toBe("breaking");
    expect(isFailing(accepted, "breaking")).toBe(false);
    expect(isFailing(accepted, "any")).toBe(true);
    expect(isFailing(given, "never")).toBe(false);
  });

  it("refuses an entry that matches no change", async () => {
    const given = await report();
    const id = given.tokens[0]?.changes[0]?.id ?? "";
    expect(refusal(given, [{ id: `${id}0`, reason: "r" }])).toEqual({
      code: "invalid_value",
      message: `No change that breaks something has the id "${id}0".`,
      pointer: "/diff/accept/0",
      hint: `Did you mean "${id}"?`,
    });
    expect(refusal(given, [{ id: "x", reason: "r" }])).toMatchObject({
      hint: "Remove the entry: what it accepted is done, or has changed since.",
    });
  });

  it("refuses an entry for a change that breaks nothing", async () => {
    const given = await report();
    const id = given.tokens[0]?.changes.find(({ kind }) => kind === "policy-clock-tolerance")?.id ?? "";
    expect(refusal(given, [{ id, reason: "r" }])).toMatchObject({ code: "invalid_value" });
  });

  it("refuses an entry that is past its date", async () => {
    const given = await report();
    const id = given.tokens[0]?.changes[0]?.id ?? "";
    expect(refusal(given, [{ id, reason: "r", until: "2026-06-14" }])).toMatchObject({
      code: "invalid_value",
      message: `The break "${id}" was accepted until 2026-06-14.`,
      pointer: "/diff/accept/0/until",
    });
  });
});
