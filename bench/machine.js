import { availableParallelism, cpus, totalmem } from "node:os";
import process from "node:process";
import { manifest, ROOT, versionOf } from "./programs.js";

/** What takes part, by the name that it has on npm. */
const PACKAGES = [
  "jose",
  "fast-jwt",
  "jsonwebtoken",
  "ajv",
  "ajv-formats",
  "zod",
  "valibot",
  "typebox",
  "json-schema-to-typescript",
  "quicktype",
  "esbuild",
];

/** Rows of what a figure depends on: the day, the machine, Node, and each package that takes part. */
export function machineRows() {
  const gigabytes = (totalmem() / 1e9).toFixed(0);
  return [
    ["date", new Date().toISOString().slice(0, 10)],
    ["processor", `${cpus()[0]?.model.trim() ?? "unknown"}, ${availableParallelism()} cores, ${gigabytes} GB`],
    ["system", `${process.platform} ${process.arch}`],
    ["Node", `${process.versions.node} (OpenSSL ${process.versions.openssl})`],
    ["claimsmith", manifest(ROOT).version],
    ...PACKAGES.map((name) => [name, versionOf(name)]),
  ];
}
