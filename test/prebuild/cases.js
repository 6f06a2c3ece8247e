import assert from "node:assert/strict";
import { existsSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readSection } from "./read-page.js";

const GENERATED = "packages/contract/generated";
/** The claims of a token that has `role`: the page's schema, and what claimsmith adds. */
const hasClaim = (scratch, claim) => scratch.builtClaims().includes(claim);

/** Installs and builds; builds again after a change of the schema, which has to arrive in the service. */
function buildsWhatTheSchemaSays(heading) {
  return (scratch) => {
    const { files, commands } = readSection(heading);
    scratch.write(files);
    for (const words of commands) scratch.run(words);
    assert.equal(hasClaim(scratch, "role"), true);
    assert.equal(hasClaim(scratch, "team"), false);
    scratch.addClaim("team");
    const printed = scratch.run(commands.at(-1));
    assert.match(printed, /1 package: 1 written\./);
    assert.equal(hasClaim(scratch, "team"), true);
    assert.match(scratch.run(commands.at(-1)), /1 package: 1 up to date\./);
  };
}

/** As above, and the cache: nothing changed is a hit, what is gone comes back from it, a changed schema is a miss. */
function cachesWhatTheSchemaSays(heading, { allHit, link = () => {} }) {
  return (scratch) => {
    const { files, commands } = readSection(heading);
    scratch.write(files);
    scratch.run(["git", "init", "--quiet"]);
    const [install, build] = commands;
    scratch.run(install);
    link(scratch);
    assert.doesNotMatch(scratch.run(build), allHit);
    assert.equal(hasClaim(scratch, "role"), true);
    assert.match(scratch.run(build), allHit, "the second build");

    // Not the whole package: without its manifest it is no member of the workspace, which is another workspace.
    for (const folder of [`${GENERATED}/tokens`, "services/api/dist"])
      rmSync(scratch.path(folder), { recursive: true });
    const restored = scratch.run(build);
    assert.match(restored, allHit, `the build after outputs are gone:\n${restored}`);
    assert.equal(hasClaim(scratch, "role"), true);
    scratch.run(["npx", "--no", "claimsmith", "generate", "--check", "packages/contract"]);

    scratch.addClaim("team");
    assert.doesNotMatch(scratch.run(build), allHit);
    assert.equal(hasClaim(scratch, "team"), true);
    scratch.run(["npx", "--no", "claimsmith", "generate", "--check", "packages/contract"]);
    const last = scratch.run(build);
    assert.match(last, allHit, `the build after that of a change:\n${last}`);
  };
}

function hookRefusesDrift(scratch) {
  scratch.write(readSection("npm").files);
  const { files, commands } = readSection("A git hook");
  scratch.write(files);
  scratch.run(["npm", "install"]);
  scratch.run(["git", "init", "--quiet"]);
  const own = ["git", "-c", "user.name=test", "-c", "user.email=test@acme.example"];
  for (const words of commands) scratch.run(words);
  const commit = (exit) => {
    scratch.run(["git", "add", "--all"]);
    return scratch.run([...own, "commit", "--quiet", "--message", "change"], { exit });
  };
  commit(0);
  scratch.addClaim("team");
  assert.match(commit(1), /stale +tokens\/access-token\.d\.ts/);
  scratch.run(["npx", "--no", "claimsmith", "generate", "packages/contract"]);
  commit(0);
}

/** npm may speak of the user's settings and of the missing login; of the package it has to say nothing. */
const NOT_OF_THE_PACKAGE = /^npm warn (?:Unknown \w+ config|publish This command requires you to be logged in)/;

function publishIsClean(scratch) {
  const [words] = readSection("Publishing").commands;
  const printed = scratch.run([...words, "--access", "public"]);
  assert.match(printed, /@acme\/claims@1\.0\.0/);
  assert.match(printed, /tokens\/access-token\.d\.ts/);
  const warnings = printed.split("\n").filter((line) => /^npm (?:warn|error)/i.test(line));
  assert.deepEqual(
    warnings.filter((line) => !NOT_OF_THE_PACKAGE.test(line)),
    [],
  );
}

/** Nx asks the workspace for its own modules. */
function linkNx(scratch) {
  const nx = path.join(scratch.surroundings.bin, "../nx");
  if (!existsSync(scratch.path("node_modules/nx"))) symlinkSync(nx, scratch.path("node_modules/nx"));
}

/** Section of docs/prebuild.md, the program that it needs, and what is tried. */
export const CASES = [
  { section: "npm", needs: "npm", run: buildsWhatTheSchemaSays("npm") },
  { section: "pnpm", needs: "pnpm", run: buildsWhatTheSchemaSays("pnpm") },
  { section: "Yarn", needs: "yarn", run: yarn },
  { section: "Turborepo", needs: "turbo", run: cachesWhatTheSchemaSays("Turborepo", { allHit: /FULL TURBO/ }) },
  {
    section: "Nx",
    needs: "nx",
    run: cachesWhatTheSchemaSays("Nx", {
      allHit: /read the output from the cache instead of running the command for 2 out of 2 tasks/,
      link: linkNx,
    }),
  },
  { section: "A git hook", needs: "git", run: hookRefusesDrift },
  { section: "Docker", needs: null, run: () => {} },
  { section: "Publishing", needs: "npm", run: publishIsClean },
];

function yarn(scratch) {
  // Without a lock file of its own Yarn would look for a project further up.
  writeFileSync(scratch.path("yarn.lock"), "");
  buildsWhatTheSchemaSays("Yarn")(scratch);
}
