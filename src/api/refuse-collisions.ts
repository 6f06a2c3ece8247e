import fs from "node:fs";
import path from "node:path";
import { ClaimsmithError, ConfigError, type Location } from "../errors.js";
import { isInside } from "../io/files/paths.js";
import { readOutline } from "../io/package/stamp.js";
import { errorInConfig } from "./error-in-config.js";

/** What of a config has to be its own. */
interface Outline {
  readonly config: string;
  readonly shown: string;
  readonly name: string;
  /** Absolute, links in the config's folder resolved. */
  readonly output: string;
}

/**
 * Throws where two configs would write the same output folder, one inside the other's, or packages of one name. A config
 * that cannot be read is left out: its own run says why.
 *
 * @param configs - absolute paths, each once
 * @param show - a path as messages show it
 * @throws {ConfigError} `config_collision`, at the later one of the two
 */
export async function refuseCollisions(configs: readonly string[], show: (config: string) => string): Promise<void> {
  const names = new Map<string, Outline>();
  const known: Outline[] = [];
  for (const config of configs) {
    const outline = await outlineOf(config, show(config));
    if (outline === null) continue;
    const namesake = names.get(outline.name);
    if (namesake !== undefined) throw await sameName(namesake, outline);
    const neighbour = known.find(
      (other) => isInside(other.output, outline.output) || isInside(outline.output, other.output),
    );
    if (neighbour !== undefined) throw await sameOutput(neighbour, outline);
    names.set(outline.name, outline);
    known.push(outline);
  }
}

async function outlineOf(config: string, shown: string): Promise<Outline | null> {
  const said = readOutline(config) ?? (await readAnew(config));
  if (said === null) return null;
  return { config, shown, name: said.name, output: path.join(fs.realpathSync(path.dirname(config)), said.output) };
}

async function readAnew(config: string): Promise<{ readonly name: string; readonly output: string } | null> {
  // Loaded only now: an unchanged config is not parsed.
  const { readConfig } = await import("../io/project/read-config.js");
  try {
    const { output, package: own } = readConfig(config);
    return { name: own.name, output };
  } catch (error) {
    if (error instanceof ClaimsmithError) return null;
    throw error;
  }
}

async function sameName(first: Outline, second: Outline): Promise<ClaimsmithError> {
  const words = `The packages of ${first.shown} and ${second.shown} have the same name, ${JSON.stringify(second.name)}.`;
  const at = await placeOf(second, "/package/name");
  return collision(
    second,
    words,
    at,
    "a name of its own for each package",
    "Give one of them another name, or generate it in a run of its own.",
  );
}

async function sameOutput(first: Outline, second: Outline): Promise<ClaimsmithError> {
  const how =
    first.output === second.output ? "the same output folder" : "output folders of which one is inside the other";
  const words = `The packages of ${first.shown} and ${second.shown} have ${how}.`;
  const at = await placeOf(second, "/output");
  return collision(
    second,
    words,
    at,
    "an output folder of its own for each package",
    "Name another folder as `output` in one of them.",
  );
}

async function placeOf({ config }: Outline, pointer: string): Promise<Location> {
  const { readConfig } = await import("../io/project/read-config.js");
  return readConfig(config).locate(pointer);
}

function collision({ shown }: Outline, words: string, at: Location, expected: string, hint: string): ClaimsmithError {
  return errorInConfig(new ConfigError("config_collision", words, { at, expected, hint }), shown);
}
