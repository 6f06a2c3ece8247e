import type { ProfileName } from "../config/config.js";
import { tokenNames } from "../text/names.js";
import type { SampleGroup } from "./group-samples.js";

/** A group with the profile that was guessed for it. */
export interface ProfiledGroup {
  readonly group: SampleGroup;
  readonly profile: ProfileName;
}

/**
 * The key of each group under `tokens` in a config, in the order given: what kind of token it is, with the provider before
 * it where two are of one kind. No two keys give the same names.
 */
export function nameTokens(groups: readonly ProfiledGroup[]): readonly string[] {
  const plain = groups.map(plainKey);
  const taken = new Set<string>();
  return groups.map(({ group }, index) => {
    const key = plain[index] ?? "token";
    const isShared = plain.filter((other) => other === key).length > 1;
    const provider = group.provider?.provider.id;
    const wanted = isShared && provider !== undefined ? tokenNames(`${provider}-${tokenNames(key).kebab}`).camel : key;
    let free = wanted;
    for (let number = 2; taken.has(tokenNames(free).kebab); number += 1) free = `${wanted}${number}`;
    taken.add(tokenNames(free).kebab);
    return free;
  });
}

function plainKey({ group: { type, provider }, profile }: ProfiledGroup): string {
  if (profile === "rfc9068" || type === "at+jwt") return "accessToken";
  if (profile === "oidc-logout-token") return "logoutToken";
  const known = provider?.token?.key ?? (profile === "oidc-id-token" ? "idToken" : null);
  if (known !== null) return known;
  if (provider !== null) return tokenNames(`${provider.provider.id}-token`).camel;
  const word =
    type === null
      ? ""
      : tokenNames(
          type
            .slice(0, 40)
            .replace(/\+jwt$/u, "")
            .replace(/[^a-z0-9]+/gu, "-"),
        ).camel;
  return /^[a-z][A-Za-z0-9]*$/u.test(word) ? `${word}Token` : "token";
}
