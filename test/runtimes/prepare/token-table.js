import { encode, forge } from "./forge.js";

const ES256 = { alg: "ES256", family: "P-256", hash: "sha256" };
const API = "https://api.acme.example";
const ISSUER = "https://auth.acme.example";
const ROLE = "https://acme.example/claims/role";
const TENANT = "https://acme.example/claims/tenant";
const PERMISSIONS = "https://acme.example/claims/permissions";
const ID = "3f0e2a44-6f0c-4c5b-9a3e-5d1b7c8e9f01";

/** Tokens of the kinds with one key (ES256), each with what verify has to answer: `accepted`, or a code and its issues. */
export function tokenTable({ own, other }, now) {
  const key = own.privateKey;
  const header = { alg: "ES256", typ: "at+jwt" };
  const claims = {
    ...{ iss: ISSUER, sub: "u1", aud: API, client_id: "web", jti: "j1", iat: now, exp: now + 600 },
    [ROLE]: "member",
  };
  const text = JSON.stringify(claims);
  const raw = (first, second) => forge(ES256, key, first, second);
  const good = raw(header, claims);
  const [h, p, s] = good.split(".");
  const byHeader = (members) => raw({ ...header, ...members }, claims);
  const byClaims = (members) => raw(header, { ...claims, ...members });
  const byText = (members) => raw(header, text.replace(/}$/, `,${members}}`));
  const byBytes = (hex) =>
    raw(header, Buffer.concat([Buffer.from(text.replace(/}$/, ',"x":"')), Buffer.from(hex, "hex"), Buffer.from('"}')]));
  const kindOf = (name) => ({ iss: ISSUER, aud: `https://${name}.acme.example`, sub: "u1", iat: now, exp: now + 600 });
  const closed = (members) => raw({ alg: "ES256", typ: "closed+jwt" }, { ...kindOf("closed"), ...members });
  const stripped = (members) => raw({ alg: "ES256", typ: "stripped+jwt" }, { ...kindOf("stripped"), ...members });

  const form = [
    ["nothing", "", "malformed_token"],
    ["two parts", `${h}.${p}`, "malformed_token"],
    ["four parts", `${good}.${s}`, "malformed_token"],
    ["five parts", `${good}.${s}.${s}`, "encrypted_token"],
    ["no signature", `${h}.${p}.`, "invalid_signature"],
    ["padding", `${good}==`, "malformed_token"],
    ["the other alphabet", `${h}.${p}.${s.slice(0, 4)}+/${s.slice(6)}`, "malformed_token"],
    ["a space", `${good} `, "malformed_token"],
    ["a line feed within", `${h.slice(0, 4)}\n${h.slice(4)}.${p}.${s}`, "malformed_token"],
    ["a null letter", `${good}\0`, "malformed_token"],
    ["a letter of full width", good.replace(/.$/, "Ａ"), "malformed_token"],
    ["a letter whose low byte is one of base64url", `${h}.${p}.\u0141${s.slice(1)}`, "malformed_token"],
    ["a lone surrogate", `${good}\ud800`, "malformed_token"],
    ["a length that base64url has not", `${h}.${p}A.${s}`, "malformed_token"],
    ["too large", raw(header, { ...claims, x: "x".repeat(2048) }), "token_too_large"],
    ["a header that is no JSON", raw("{", claims), "malformed_token"],
    ["a header that is a list", raw([], claims), "malformed_token"],
    ["a payload that is no JSON", raw(header, "{"), "malformed_token"],
    ["a payload that is a list", raw(header, [claims]), "malformed_token"],
    ["a payload that is null", raw(header, "null"), "malformed_token"],
    ["members of the payload twice", byText('"sub":"u2"'), "malformed_token"],
    ["members of the payload twice, by an escape", byText('"s\\u0075b":"u2"'), "malformed_token"],
    ["members of the header twice", raw('{"alg":"ES256","typ":"at+jwt","alg":"ES256"}', claims), "malformed_token"],
    ["a byte order mark before the payload", raw(header, `\ufeff${text}`), "malformed_token"],
    ["a payload nested six hundred deep", byText(`"x":${"[".repeat(600)}${"]".repeat(600)}`), "malformed_token"],
    ...["ff", "80", "c0af", "c3", "eda080", "f4908080", "f8888080"].map((hex) => [
      `UTF-8 that is none: ${hex}`,
      byBytes(hex),
      "malformed_token",
    ]),
    ["UTF-8 of every length", byBytes("24c2a2e282acf09f9880"), "accepted"],
    ["escaped lone surrogates in an undeclared claim", byText('"x":"\\ud800"'), "accepted"],
    ["letters from U+2028 in an undeclared claim", byText('"\u2028":"\u2029"'), "accepted"],
  ];
  const headers = [
    ["alg none", `${encode({ ...header, alg: "none" })}.${p}.`, "algorithm_not_allowed"],
    ["alg none with a signature", byHeader({ alg: "none" }), "algorithm_not_allowed"],
    ["alg in another case", byHeader({ alg: "es256" }), "algorithm_not_allowed"],
    ["another algorithm", byHeader({ alg: "HS256" }), "algorithm_not_allowed"],
    ["an algorithm of every object", byHeader({ alg: "constructor" }), "algorithm_not_allowed"],
    ["no algorithm", byHeader({ alg: undefined }), "algorithm_not_allowed"],
    ["the type of ID tokens", byHeader({ typ: "JWT" }), "type_mismatch"],
    ["no type", byHeader({ typ: undefined }), "type_mismatch"],
    ["the type in capital letters", byHeader({ typ: "AT+JWT" }), "accepted"],
    ["the type in full", byHeader({ typ: "application/at+jwt" }), "accepted"],
    ["crit", byHeader({ crit: ["exp"] }), "malformed_token"],
    ["b64", byHeader({ b64: false }), "malformed_token"],
    ["a kid that is a number", byHeader({ kid: 1 }), "malformed_token"],
    ["a key of the sender's in the header", selfSigned(header, claims, other), "invalid_signature"],
  ];
  const times = [
    ["expired", byClaims({ exp: now - 30 }), "expired"],
    ["expired within the tolerance", byClaims({ exp: now - 29 }), "accepted"],
    ["not yet valid", byClaims({ nbf: now + 31 }), "not_yet_valid"],
    ["from the future", byClaims({ iat: now + 61 }), "not_yet_valid"],
    ["longer than the lifetime", byClaims({ exp: now + 901 }), "lifetime_exceeded"],
    ["times in milliseconds", byClaims({ exp: now * 1000 }), "lifetime_exceeded"],
    ["exp beyond all numbers", raw(header, text.replace(/"exp":\d+/, '"exp":1e999')), "invalid_claims invalid:exp"],
    ["exp as text", byClaims({ exp: String(now + 60) }), "invalid_claims invalid:exp"],
    ["no exp", byClaims({ exp: undefined }), "invalid_claims missing:exp"],
  ];
  const parties = [
    ["another issuer", byClaims({ iss: "https://evil.example" }), "issuer_mismatch"],
    ["an issuer with a slash more", byClaims({ iss: `${ISSUER}/` }), "issuer_mismatch"],
    ["no issuer", byClaims({ iss: undefined }), "issuer_mismatch"],
    ["another audience", byClaims({ aud: "https://evil.example" }), "audience_mismatch"],
    ["several audiences, one of them ours", byClaims({ aud: ["https://evil.example", API] }), "accepted"],
    ["no audience", byClaims({ aud: [] }), "audience_mismatch"],
  ];
  const claimSet = [
    ["good", good, "accepted"],
    ["an undeclared claim", byClaims({ extra: 1 }), "accepted"],
    ["no subject", byClaims({ sub: undefined }), "invalid_claims missing:sub"],
    ["a claim by another name", byClaims({ [ROLE]: undefined, role: "member" }), "invalid_claims misnamed:role"],
    ["a role outside the enum", byClaims({ [ROLE]: "root" }), `invalid_claims invalid:${ROLE}`],
    ["a format that is kept", byClaims({ [TENANT]: { id: ID, name: "😀😀😀" } }), "accepted"],
    ["a format that is not kept", byClaims({ [TENANT]: { id: "no uuid" } }), `invalid_claims invalid:${TENANT}`],
    ["a letter too many", byClaims({ [TENANT]: { id: ID, name: "abcd" } }), `invalid_claims invalid:${TENANT}`],
    ["a pattern of Unicode that is kept", byClaims({ [PERMISSIONS]: ["straße:read"] }), "accepted"],
    ["a pattern that is not kept", byClaims({ [PERMISSIONS]: ["R:read"] }), `invalid_claims invalid:${PERMISSIONS}`],
    ["the same entry twice", byClaims({ [PERMISSIONS]: ["a:b", "a:b"] }), `invalid_claims invalid:${PERMISSIONS}`],
    ["an undeclared prototype", byText('"__proto__":{"sub":"u2"}'), "accepted"],
  ];
  const kinds = [
    ["closedToken", "good", closed({}), "accepted"],
    ["closedToken", "an undeclared claim", closed({ extra: 1 }), "invalid_claims unknown:extra"],
    ["closedToken", "an undeclared prototype", closedByText(closed), "invalid_claims unknown:__proto__"],
    ["closedToken", "a token of another kind", good, "type_mismatch"],
    ["strippedToken", "an undeclared claim", stripped({ extra: 1 }), "accepted"],
  ].map(([kind, name, token, want]) => ({ kind, name, token, want }));
  const access = [...form, ...headers, ...times, ...parties, ...claimSet];
  return [...access.map(([name, token, want]) => ({ kind: "accessToken", name, token, want })), ...kinds];

  function closedByText(make) {
    const [first, second] = make({}).split(".");
    const payload = Buffer.from(second, "base64url").toString().replace(/}$/, ',"__proto__":1}');
    return raw(Buffer.from(first, "base64url"), payload);
  }
}

/** A token of an attacker's, signed by the key that its own header carries. */
function selfSigned(header, claims, { publicKey, privateKey }) {
  const jwk = publicKey.export({ format: "jwk" });
  return forge(ES256, privateKey, { ...header, jwk }, claims);
}
