/**
 * The files of a generated package, bound to the engine that the test run asks for: with `CLAIMSMITH_TEST_ENGINE=web` the one
 * of every platform, else the one that Node's import conditions choose.
 */
export function chooseEngine(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  if (process.env["CLAIMSMITH_TEST_ENGINE"] !== "web") return files;
  const manifest = JSON.parse(files.get("package.json") ?? "{}");
  if (manifest.imports?.["#engine"] === undefined) throw new TypeError("The package does not choose an engine.");
  manifest.imports["#engine"] = manifest.imports["#engine"].default;
  return new Map([...files, ["package.json", JSON.stringify(manifest)]]);
}
