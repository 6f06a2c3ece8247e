import { afterEach, describe, expect, it, vi } from "vitest";
import { refuseProduction } from "../../../../src/runtime/testing/refuse-production.js";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

describe("refuseProduction", () => {
  it("throws where NODE_ENV is production, and says where the kit belongs", () => {
    vi.stubEnv("NODE_ENV", "production");
    expect(() => refuseProduction()).toThrow(/NODE_ENV=production.*in tests only/);
  });

  it.each(["test", "development", ""])("lets NODE_ENV=%j pass", (mode) => {
    vi.stubEnv("NODE_ENV", mode);
    expect(() => refuseProduction()).not.toThrow();
  });

  it("lets a platform pass that has no process, or one that may not be read", () => {
    vi.stubGlobal("process", undefined);
    expect(() => refuseProduction()).not.toThrow();
    vi.stubGlobal("process", {
      get env(): never {
        throw new TypeError("NotCapable");
      },
    });
    expect(() => refuseProduction()).not.toThrow();
  });
});
