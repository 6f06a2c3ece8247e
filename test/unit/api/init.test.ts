import path from "node:path";
import { describe, expect, it } from "vitest";
import { init, lint } from "../../../src/index.js";
import { readTree, temporaryFolder } from "../io/temporary-folder.js";

describe("init", () => {
  it("writes a project in which lint finds nothing, with an example of a silence and its reason", async () => {
    const folder = path.join(temporaryFolder(), "new");
    expect(init({ folder })).toEqual({ written: ["claims.config.json", "schemas/access-token.schema.json"] });
    expect(readTree(folder)["schemas/access-token.schema.json"]).toContain("x-claimsmith-ignore");
    expect(await lint({ cwd: folder })).toEqual({ findings: [], mended: [], baseline: null });
  });
});
