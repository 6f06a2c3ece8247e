import { it } from "vitest";
import { configOf } from "../support/project.js";
import { scratchFolder, tryGenerate, writeProject } from "../support/scratch-project.js";
it("t", async () => {
  for (let i = 0; i < 8; i++) {
    const f = scratchFolder();
    writeProject(f, { "claims.config.json": configOf({}, { output: "generated" }), "schema.json": { type: "object", properties: { a: { description: "x" } } } });
    const t = performance.now();
    const r = await tryGenerate(f);
    console.log(performance.now() - t, r instanceof Error ? r : r.written.length);
  }
});
