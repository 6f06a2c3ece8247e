import { expect, it } from "vitest";
import { buildCatalogue } from "../../../../src/docs/build-catalogue.js";
import type { Catalogue } from "../../../../src/docs/catalogue.js";
import { decodePage } from "../../../../src/docs/html/decode-page.js";
import { indexPage } from "../../../../src/docs/html/index-page.js";
import { tokenPage } from "../../../../src/docs/html/token-page.js";
import { configOf, projectOf } from "../../../support/project.js";

const ASSETS = { style: "", pageScript: "", decodeScript: "" };

function catalogueOf(count: number, description = "Short."): Catalogue {
  const keys = Array.from({ length: count }, (_, at) => `kind${at}`);
  const tokens = Object.fromEntries(
    keys.map((key) => [key, { schema: "one.json", type: `${key}+jwt`, algorithms: ["ES256"], lifetime: "1m" }]),
  );
  const schema = { type: "object", description, properties: { own: { type: "string", description } } };
  const project = projectOf(configOf({}, { tokens }), { "one.json": schema });
  const examples = new Map(keys.map((key) => [key, { own: "x" }]));
  return buildCatalogue(project, { examples, silences: [], history: null });
}

it.each([
  [7, 7, 7, 0],
  [8, 0, 7, 1],
])("of %i kinds of token links %i at the head, has %i examples in the decoder", (count, links, buttons, folded) => {
  const catalogue = catalogueOf(count);
  const index = indexPage(catalogue, ASSETS);
  const [, head = ""] = /<nav aria-label="Pages">(.*?)<\/nav>/s.exec(index) ?? [];
  expect(head.match(/tokens\//g)?.length ?? 0).toBe(links);
  const [, row = ""] = /<span class="name">own<\/span>(.*?)<\/tr>/s.exec(index) ?? [];
  expect(row.match(/<summary>8 kinds of token<\/summary>/g)?.length ?? 0).toBe(folded);
  expect(row.match(/<a href="tokens\/kind\d\.html#kind-?\d\.own">/g)?.length).toBe(count);
  const decoder = decodePage(catalogue, ASSETS, "");
  expect(decoder.match(/data-example=/g)?.length).toBe(buttons);
  expect(decoder.includes("The page of each kind of token leads to its own.")).toBe(folded === 1);
});

it("folds a long description, and says how it begins", () => {
  const [short, long] = [catalogueOf(1), catalogueOf(1, "A sentence. ".repeat(200))];
  const pageOf = (catalogue: Catalogue): string => {
    const [token] = catalogue.tokens;
    return token === undefined ? "" : tokenPage(catalogue, token, ASSETS);
  };
  expect(pageOf(short)).not.toContain("The whole description");
  // Of the kind and of its claim.
  expect(pageOf(long).match(/<p>(?:A sentence\. ){20}…<\/p>\n<details class="more">/g)?.length).toBe(2);
  expect(indexPage(long, ASSETS).length).toBeLessThan(indexPage(short, ASSETS).length + 10_000);
});
