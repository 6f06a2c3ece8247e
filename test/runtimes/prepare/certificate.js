import { sign } from "node:crypto";

/**
 * A self-signed X.509 certificate in PEM (RFC 5280 section 4.1) around a key pair, with nothing in it but what it must have:
 * Node makes none, and the suite reads keys from certificates.
 */
export function selfSign({ publicKey, privateKey }) {
  const algorithm = SIGNATURES[privateKey.asymmetricKeyType];
  const name = sequence(element(0x31, sequence(COMMON_NAME, element(0x0c, Buffer.from("suite")))));
  const body = sequence(
    element(0xa0, element(0x02, Buffer.from([2]))),
    element(0x02, Buffer.from([1])),
    algorithm.identifier,
    name,
    sequence(element(0x17, Buffer.from("250101000000Z")), element(0x17, Buffer.from("490101000000Z"))),
    name,
    publicKey.export({ format: "der", type: "spki" }),
  );
  const signature = sign(algorithm.hash, body, privateKey);
  const certificate = sequence(body, algorithm.identifier, element(0x03, Buffer.from([0]), signature));
  const lines = certificate.toString("base64").match(/.{1,64}/g);
  return ["-----BEGIN CERTIFICATE-----", ...lines, "-----END CERTIFICATE-----", ""].join("\n");
}

function element(tag, ...contents) {
  const content = Buffer.concat(contents);
  if (content.length < 0x80) return Buffer.concat([Buffer.from([tag, content.length]), content]);
  const size = content.length.toString(16);
  const length = Buffer.from(size.length % 2 === 0 ? size : `0${size}`, "hex");
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, content]);
}

function sequence(...elements) {
  return element(0x30, ...elements);
}

function identifier(hex) {
  return element(0x06, Buffer.from(hex, "hex"));
}

const COMMON_NAME = identifier("550403");
/** sha256WithRSAEncryption (RFC 4055), ecdsa-with-SHA256 (RFC 5758), id-Ed25519 (RFC 8410). */
const SIGNATURES = {
  rsa: { hash: "sha256", identifier: sequence(identifier("2a864886f70d01010b"), element(0x05)) },
  ec: { hash: "sha256", identifier: sequence(identifier("2a8648ce3d040302")) },
  ed25519: { hash: null, identifier: sequence(identifier("2b6570")) },
};
