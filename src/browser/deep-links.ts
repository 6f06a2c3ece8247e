import { decoded } from "./search.js";

/**
 * On the first page, leads a link such as `#access-token.role` on to the claim on its token's page. Only to pages that the
 * first one links to itself.
 */
export function followDeepLinks(): void {
  const follow = (): void => {
    const target = decoded(location.hash.slice(1));
    const dot = target.indexOf(".");
    if (dot <= 0 || document.getElementById(target) !== null) return;
    const row = document.getElementById(target.slice(0, dot + 1));
    const link = row?.matches("tr[data-entry]") ? row.querySelector<HTMLAnchorElement>("th a") : null;
    if (link !== null) location.replace(`${link.href}#${encodeURIComponent(target)}`);
  };
  addEventListener("hashchange", follow);
  follow();
}
