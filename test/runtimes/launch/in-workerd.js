import { writeFile } from "node:fs/promises";
import path from "node:path";
import { bundleSuite } from "./bundle-suite.js";
import { endProgram, RuntimeFailure, startProgram, withinTime } from "./run-program.js";

const COMPATIBILITY_DATE = "2026-01-01";

/** Runs the suite in a worker of workerd's, which listens on a free port of loopback and is ended afterwards. */
export async function runInWorkerd(file, { entry, flags }, folder) {
  const bundle = await bundleSuite(folder, entry, ["workerd", "worker"]);
  const config = path.join(path.dirname(bundle), `${entry}.capnp`);
  await writeFile(config, configText(path.basename(bundle), flags));
  const program = startProgram(file, ["serve", "--experimental", "--control-fd=3", config]);
  try {
    return await withinTime(Promise.race([askWorker(program), failedEnd(program)]));
  } finally {
    endProgram(program.child);
  }
}

async function askWorker({ child }) {
  const port = await new Promise((resolve) => {
    let text = "";
    // Each line that workerd writes there is an event; one tells the port that it was given.
    child.stdio[3].setEncoding("utf8").on("data", (more) => {
      text += more;
      const found = /"event":"listen".*"port":(\d+)/.exec(text);
      if (found !== null) resolve(found[1]);
    });
  });
  const response = await fetch(`http://127.0.0.1:${port}/`);
  if (!response.ok) throw new RuntimeFailure(`answered ${response.status}: ${(await response.text()).slice(0, 2000)}`);
  return response.json();
}

async function failedEnd({ ended, output }) {
  const { code, signal } = await ended;
  throw new RuntimeFailure(`ended with ${signal ?? code}: ${output.errors.trim().slice(-2000)}`);
}

function configText(bundle, flags) {
  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "main", worker = .suite),
    # Keys are fetched from this machine, and from nowhere else.
    (name = "internet", network = (allow = ["local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);

const suite :Workerd.Worker = (
  modules = [(name = "suite.js", esModule = embed ${JSON.stringify(bundle)})],
  compatibilityDate = "${COMPATIBILITY_DATE}",
  compatibilityFlags = ${JSON.stringify(flags)},
);
`;
}
