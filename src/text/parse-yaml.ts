import { Composer, Lexer, Parser } from "yaml";

import type { JsonValue } from "../schema/json-schema.js";
import type { JsonPlace } from "./scan-json.js";
import { MAX_DEPTH, type SyntaxFault } from "./syntax-fault.js";
import { readYamlNode } from "./yaml-value.js";

/** A value and the offsets of its parts, or the first fault of the text. */
export type ParsedYaml =
  | { readonly fault: SyntaxFault }
  | { readonly value: JsonValue; placeOf(pointer: string): JsonPlace | undefined };

/**
 * The value of a YAML 1.2 text in the core schema, as far as JSON can say it: one document, names that are strings,
 * finite numbers, no tags of its own and no merge keys. Aliases are copied, within a bound.
 */
export function parseYaml(text: string): ParsedYaml {
  const tokens = readTokens(text);
  if ("fault" in tokens) return tokens;
  const composer = new Composer({
    schema: "core",
    resolveKnownTags: false,
    merge: false,
    // The library compares each name with each other one, in quadratic time; readYamlNode finds them by a map.
    uniqueKeys: false,
    prettyErrors: false,
  });
  const [first, second] = [...composer.compose(tokens.tokens, true, text.length)];
  if (first === undefined || first.contents === null) {
    return fault(0, "The file holds no value.", "a mapping");
  }
  const broken = first.errors[0] ?? first.warnings[0];
  if (broken !== undefined) {
    if (broken.code === "RESOURCE_EXHAUSTION") return { fault: { kind: "depth", offset: broken.pos[0] } };
    return fault(broken.pos[0], `${broken.message.replace(/\.?$/u, "")}.`, "YAML 1.2 in its core schema");
  }
  if (second !== undefined) {
    return fault(second.range[0], "A second document begins here.", "one document in a file");
  }
  if (first.directives.yaml.version !== "1.2") {
    return fault(0, `The file declares YAML ${first.directives.yaml.version}.`, "YAML 1.2", "Remove the %YAML line.");
  }
  const { contents } = first;
  const read = readYamlNode(contents);
  if ("fault" in read) return read;
  let places: Map<string, JsonPlace> | null = null;
  return {
    value: read.value,
    placeOf(pointer) {
      if (places === null) {
        places = new Map();
        readYamlNode(contents, places);
      }
      return places.get(pointer);
    },
  };
}

/** The concrete syntax of a text. Depth is watched here already, since what follows is recursive. */
function readTokens(text: string): { readonly fault: SyntaxFault } | { readonly tokens: readonly CstToken[] } {
  const parser = new Parser();
  const tokens: CstToken[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > MAX_DEPTH + 1) {
      return { fault: { kind: "depth", offset: parser.offset - lexeme.length } };
    }
  }
  tokens.push(...parser.end());
  return { tokens };
}

type CstToken = Parameters<Composer["next"]>[0];

function fault(offset: number, message: string, expected: string, hint?: string): { readonly fault: SyntaxFault } {
  return { fault: { kind: "syntax", offset, message, expected, hint } };
}
