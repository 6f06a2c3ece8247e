import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { FRAMEWORKS } from "./install-frameworks.js";

const REPOSITORY = fileURLToPath(new URL("../../..", import.meta.url));

/** The flags that the recipes have to compile under. */
const STRICT = {
  target: "ES2023",
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noImplicitOverride: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  isolatedModules: true,
  skipLibCheck: true,
};

/**
 * Fills an empty folder as a project is that has all recipes: their files, the frameworks, and the generated package of this
 * repository, copied as an install would.
 */
export function prepareScratch(scratch) {
  const modules = path.join(scratch, "node_modules");
  linkModules(FRAMEWORKS, modules);
  cpSync(path.join(REPOSITORY, "generated"), path.join(modules, "@acme/claims"), { recursive: true });
  cpSync(path.join(REPOSITORY, "node_modules/jose"), path.join(modules, "jose"), { recursive: true });
  for (const entry of readdirSync(path.join(REPOSITORY, "docs/recipes"), { withFileTypes: true })) {
    if (entry.isDirectory()) {
      cpSync(path.join(entry.parentPath, entry.name), path.join(scratch, entry.name), { recursive: true });
    }
  }
  cpSync(path.join(REPOSITORY, "test/recipes/types"), path.join(scratch, "types"), { recursive: true });
  writeJson(scratch, "package.json", { private: true, type: "module" });
  writeJson(scratch, "tsconfig.json", {
    compilerOptions: {
      ...STRICT,
      lib: ["ES2023"],
      types: ["node"],
      module: "NodeNext",
      moduleResolution: "NodeNext",
      verbatimModuleSyntax: true,
      // Of NestJS; the others have no decorators.
      experimentalDecorators: true,
      emitDecoratorMetadata: true,
      rootDir: ".",
      outDir: "out",
    },
    include: readdirSync(scratch).filter((name) => !["node_modules", "next"].includes(name)),
    exclude: ["types/next.ts"],
  });
  cpSync(path.join(scratch, "types/next.ts"), path.join(scratch, "next/types/next.ts"));
  prepareNext(path.join(scratch, "next"));
}

/** A link for each package: what Node finds behind a link looks for its own dependencies where it really is. */
function linkModules(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from)) {
    if (entry.startsWith(".")) continue;
    if (entry.startsWith("@")) linkModules(path.join(from, entry), path.join(to, entry));
    else symlinkSync(path.join(from, entry), path.join(to, entry));
  }
}

/** What every Next project has beside the files of the recipe; `next build` checks the types by it. */
function prepareNext(folder) {
  writeJson(folder, "package.json", { private: true });
  writeJson(folder, "tsconfig.json", {
    compilerOptions: {
      ...STRICT,
      lib: ["dom", "dom.iterable", "esnext"],
      allowJs: true,
      noEmit: true,
      incremental: true,
      esModuleInterop: true,
      module: "esnext",
      moduleResolution: "bundler",
      resolveJsonModule: true,
      jsx: "react-jsx",
      plugins: [{ name: "next" }],
    },
    include: ["next-env.d.ts", ".next/types/**/*.ts", ".next/dev/types/**/*.ts", "**/*.ts"],
    exclude: ["node_modules"],
  });
  // The links lead out of the project, where the bundler does not look by itself.
  writeFileSync(path.join(folder, "next.config.mjs"), 'export default { turbopack: { root: "/" } };\n');
}

function writeJson(folder, name, value) {
  writeFileSync(path.join(folder, name), `${JSON.stringify(value, null, 2)}\n`);
}
