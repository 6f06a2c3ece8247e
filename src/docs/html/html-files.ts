import type { Project } from "../../model/model.js";
import type { Catalogue } from "../catalogue.js";
import { decodeScript } from "../decode-script.js";
import { decodePage } from "./decode-page.js";
import { indexPage } from "./index-page.js";
import type { PageAssets } from "./page.js";
import { tokenFile } from "./parts.js";
import { tokenPage } from "./token-page.js";

/**
 * The catalogue as pages that a browser shows from a file or from any path of a server: path to text.
 *
 * @throws {SchemaError} where a claim set cannot be compiled
 */
export function htmlFiles(project: Project, catalogue: Catalogue, assets: PageAssets): ReadonlyMap<string, string> {
  const script = decodeScript(project, catalogue, assets.decodeScript);
  return new Map([
    ["decode.html", decodePage(catalogue, assets, script)],
    ["index.html", indexPage(catalogue, assets)],
    ...catalogue.tokens.map((token) => [tokenFile(token.page), tokenPage(catalogue, token, assets)] as const),
  ]);
}
