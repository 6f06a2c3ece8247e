import type { Log, ReportingDescriptor, Result } from "sarif";
import type { Finding } from "../lint/finding.js";
import type { Rule } from "../lint/rule.js";
import { rulePage } from "./lint-words.js";

/**
 * Findings as SARIF 2.1.0, the form that code scanning reads.
 *
 * @param rules - every rule, for what the log says of them
 * @param version - of claimsmith; left out, the log names none
 */
export function lintSarif(findings: readonly Finding[], rules: readonly Rule[], version?: string): string {
  const log: Log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { name: "claimsmith", ...(version === undefined ? {} : { version }), rules: rules.map(descriptor) },
        },
        columnKind: "utf16CodeUnits",
        results: results(findings, new Map(rules.map(({ id }, index) => [id, index]))),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function descriptor({ id, description, severity, source }: Rule): ReportingDescriptor {
  const page = `Why, and what to do: ${rulePage(id)} in the package claimsmith.`;
  return {
    id,
    shortDescription: { text: description },
    help: { text: `${page} Source: ${source.join("; ")}.` },
    defaultConfiguration: severity === "off" ? { enabled: false } : { level: level(severity) },
  };
}

function results(findings: readonly Finding[], indexes: ReadonlyMap<string, number>): Result[] {
  const alike = new Map<string, number>();
  return findings.map((finding): Result => {
    const { rule, severity, token, claim, location, message, help, source, fingerprint } = finding;
    const number = (alike.get(fingerprint) ?? 0) + 1;
    alike.set(fingerprint, number);
    const ruleIndex = indexes.get(rule);
    return {
      ruleId: rule,
      ...(ruleIndex === undefined ? {} : { ruleIndex }),
      level: level(severity),
      message: { text: help === null ? message : `${message} ${help}` },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: uriOf(location.file) },
            ...(location.line === undefined ? {} : { region: regionOf(location.line, location.column) }),
          },
          ...(location.pointer === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: location.pointer }] }),
        },
      ],
      partialFingerprints: { "claimsmith/v1": `${fingerprint}:${number}` },
      properties: { token, claim, source },
    };
  });
}

function level(severity: Finding["severity"]): "error" | "warning" {
  return severity === "error" ? "error" : "warning";
}

function regionOf(startLine: number, startColumn: number | undefined) {
  return startColumn === undefined ? { startLine } : { startLine, startColumn };
}

/** A path as a relative URI reference (RFC 3986 section 4.2). Half a surrogate pair, which no URI can say, is replaced. */
function uriOf(file: string): string {
  if (file.startsWith("claimsmith:")) return file;
  return file
    .replace(/\p{Cs}/gu, "\ufffd")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
}
