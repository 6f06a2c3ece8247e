import type { ModuleItem } from "./module.js";

/** What the package exports of stores: the one in memory, and the types of every store. */
export function storeExports(): readonly ModuleItem[] {
  return [
    { kind: "reexport", names: ["createMemoryStore"], from: "./runtime/store/memory-store.js" },
    { kind: "reexport", names: ["MemoryStoreOptions"], from: "./runtime/store/memory-store.js", typeOnly: true },
    {
      kind: "reexport",
      names: [
        "FamilyStep",
        "FamilyStore",
        "RevocationStore",
        "SingleToken",
        "StoreOptions",
        "SubjectRevocation",
        "TokenIdentity",
        "TokenStore",
        "TokenSubject",
      ],
      from: "./runtime/store/token-store.js",
      typeOnly: true,
    },
  ];
}

/** The modules of stores that a service imports by themselves, so that one without them does not carry them. */
export const STORE_ENTRIES = ["redis", "refresh"] as const;

/**
 * What the package asks for where the service brings it. Nothing is imported of it: the client is handed over. The range is that
 * of the clients whose commands return promises.
 */
export const STORE_PEERS = {
  peerDependencies: { redis: ">=4" },
  peerDependenciesMeta: { redis: { optional: true } },
};
