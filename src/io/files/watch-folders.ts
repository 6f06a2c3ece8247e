import path from "node:path";
import { watch } from "chokidar";

/** A watch on some folders. */
export interface FolderWatch {
  /** Watches these folders instead. */
  follow(folders: readonly string[]): void;
  /** Resolves once the first folders are watched, so that no later change in them is missed. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

/** How long the folders have to rest before a change is told, in milliseconds: editors write in several steps. */
const REST_MS = 50;

/** What schemas and configs are written in. */
const SOURCE = /\.(?:json|ya?ml)$/i;

/**
 * Calls back when a JSON or YAML file directly in one of the folders is written, made or removed. Folders are watched
 * rather than files, so that a file that a schema refers to and that is not there yet counts too. Calls back for the
 * files of a folder that it begins to follow, too: what changed before it looked would otherwise be missed.
 */
export function watchFolders(folders: readonly string[], onChange: () => void): FolderWatch {
  const watched = new Set(folders);
  const watcher = watch([...watched], { depth: 0 });
  let timer: NodeJS.Timeout | undefined;
  watcher.on("all", (_event, file) => {
    if (!SOURCE.test(path.basename(file))) return;
    clearTimeout(timer);
    timer = setTimeout(onChange, REST_MS);
  });
  const ready = new Promise<void>((resolve) => {
    watcher.once("ready", () => {
      clearTimeout(timer);
      resolve();
    });
  });
  return {
    ready,
    follow(folders) {
      const wanted = new Set(folders);
      watcher.unwatch([...watched].filter((folder) => !wanted.has(folder)));
      watcher.add([...wanted].filter((folder) => !watched.has(folder)));
      watched.clear();
      for (const folder of wanted) watched.add(folder);
    },
    async close() {
      clearTimeout(timer);
      await watcher.close();
    },
  };
}
