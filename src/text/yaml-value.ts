import { isAlias, isMap, isScalar, isSeq, type Scalar } from "yaml";

import type { JsonValue } from "../schema/json-schema.js";
import type { JsonPlace } from "./scan-json.js";
import { MAX_DEPTH, type SyntaxFault } from "./syntax-fault.js";

/** Nodes that all aliases of a file may add together. Twenty lines of YAML can ask for billions. */
const MAX_ALIASED_NODES = 100_000;

/**
 * The JSON value of a composed YAML node, or the first thing in it that JSON cannot say.
 *
 * @param places - filled, where given, with the offsets of every value by its JSON pointer; what an alias copied stands at its anchor
 */
export function readYamlNode(
  root: unknown,
  places?: Map<string, JsonPlace>,
): { readonly fault: SyntaxFault } | { readonly value: JsonValue } {
  try {
    return { value: new YamlReader(places ?? null).read(root, "", null, 0) };
  } catch (thrown) {
    if (thrown instanceof Fault) return { fault: thrown.fault };
    throw thrown;
  }
}

/** Carries a fault out of the recursion; never leaves this file. */
class Fault {
  readonly fault: SyntaxFault;

  constructor(fault: SyntaxFault) {
    this.fault = fault;
  }
}

class YamlReader {
  readonly #places: Map<string, JsonPlace> | null;
  /** The node that last bore each anchor. */
  readonly #anchors = new Map<string, unknown>();
  /** What each alias meant where it stands: an anchor may be set again later. */
  readonly #targets = new Map<object, unknown>();
  /** Containers and aliases that are being read, to see an alias inside its own anchor. */
  readonly #open = new Set<unknown>();
  #insideAliases = 0;
  #aliasedNodes = 0;
  /** Offset of the alias that is being copied and stands in no other's copy. */
  #outermostAlias = 0;

  constructor(places: Map<string, JsonPlace> | null) {
    this.#places = places;
  }

  read(node: unknown, pointer: string, key: number | null, depth: number): JsonValue {
    const offset = offsetOf(node);
    if (depth > MAX_DEPTH) throw new Fault({ kind: "depth", offset });
    if (this.#insideAliases > 0) {
      this.#aliasedNodes += 1;
      if (this.#aliasedNodes > MAX_ALIASED_NODES) {
        throw syntax(
          this.#outermostAlias,
          "The aliases of the file copy too much.",
          `at most ${MAX_ALIASED_NODES} copied values`,
        );
      }
    }
    if (isAlias(node)) return this.#alias(node, pointer, key, depth);
    this.#remember(node);
    // The nearest text wins: a value read through an alias stands at its anchor.
    this.#places?.set(pointer, { value: offset, key });
    if (isScalar(node)) return scalarValue(node, offset);
    this.#open.add(node);
    let value: JsonValue;
    if (isSeq(node)) {
      value = node.items.map((item, index) => this.read(item, `${pointer}/${index}`, null, depth + 1));
    } else if (isMap(node)) {
      value = this.#map(node.items, pointer, depth);
    } else {
      value = null;
    }
    this.#open.delete(node);
    return value;
  }

  #map(
    pairs: readonly { readonly key: unknown; readonly value: unknown }[],
    pointer: string,
    depth: number,
  ): JsonValue {
    const names = new Map<string, number>();
    const members: [string, JsonValue][] = [];
    for (const pair of pairs) {
      const offset = offsetOf(pair.key);
      const name = memberName(pair.key, offset);
      this.#remember(pair.key);
      const firstOffset = names.get(name);
      if (firstOffset !== undefined) throw new Fault({ kind: "duplicate", offset, firstOffset, name });
      names.set(name, offset);
      const segment = name.replaceAll("~", "~0").replaceAll("/", "~1");
      const child = this.#places === null ? "" : `${pointer}/${segment}`;
      members.push([name, pair.value === null ? null : this.read(pair.value, child, offset, depth + 1)]);
    }
    // fromEntries defines own properties, so that `__proto__` is one like any other.
    return Object.fromEntries(members);
  }

  #alias(node: { readonly source: string }, pointer: string, key: number | null, depth: number): JsonValue {
    const target = this.#targets.get(node) ?? this.#anchors.get(node.source);
    if (target === undefined) {
      throw syntax(offsetOf(node), `The alias *${node.source} has no anchor before it.`, `&${node.source} further up`);
    }
    if (this.#open.has(target)) {
      throw syntax(offsetOf(node), `The alias *${node.source} stands inside its own anchor.`, "a value that ends");
    }
    this.#targets.set(node, target);
    if (this.#insideAliases === 0) this.#outermostAlias = offsetOf(node);
    this.#insideAliases += 1;
    const value = this.read(target, pointer, key, depth + 1);
    this.#insideAliases -= 1;
    return value;
  }

  #remember(node: unknown): void {
    if (this.#insideAliases > 0 || !hasAnchor(node)) return;
    this.#anchors.set(node.anchor, node);
  }
}

function memberName(key: unknown, offset: number): string {
  if (!isScalar(key) || typeof key.value !== "string") {
    throw syntax(
      offset,
      "A name in a mapping is not a string.",
      "a string",
      "Put the name in quotes: JSON has no other names.",
    );
  }
  if (key.value === "<<" && key.type === "PLAIN") {
    throw syntax(
      offset,
      "Merge keys (`<<`) are not part of YAML 1.2.",
      "the members themselves",
      'Write the members out, or use "$ref" or "allOf".',
    );
  }
  return key.value;
}

function scalarValue(node: Scalar, offset: number): JsonValue {
  const { value } = node;
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw syntax(offset, "JSON has no such number.", "a finite number");
}

function syntax(offset: number, message: string, expected: string, hint?: string): Fault {
  return new Fault({ kind: "syntax", offset, message, expected, hint });
}

function hasAnchor(node: unknown): node is { readonly anchor: string } {
  return (
    typeof node === "object" &&
    node !== null &&
    "anchor" in node &&
    typeof node.anchor === "string" &&
    node.anchor !== ""
  );
}

function offsetOf(node: unknown): number {
  if (typeof node !== "object" || node === null || !("range" in node) || !Array.isArray(node.range)) return 0;
  const [offset] = node.range as readonly unknown[];
  return typeof offset === "number" ? offset : 0;
}
