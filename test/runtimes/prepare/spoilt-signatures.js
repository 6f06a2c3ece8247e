/** Orders of the groups in which signatures are numbers (FIPS 186-5, SEC 2, RFC 8032 section 5.1). */
const ORDERS = {
  "P-256": 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n,
  "P-384": 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
  "P-521":
    0x01fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n,
  ed25519: 0x1000000000000000000000000000000014def9dea2f79cd65812631a5cf5d3edn,
};

/**
 * Tokens made of one that is good, whose signatures libraries are known to have taken for good: each a name and the token.
 * All have to be refused as `invalid_signature`.
 */
export function spoiltSignatures({ family }, token) {
  const [header, payload, encoded] = token.split(".");
  const signature = Buffer.from(encoded, "base64url");
  const half = signature.length / 2;
  const r = signature.subarray(0, half);
  const s = signature.subarray(half);
  const zero = Buffer.alloc(half);
  const one = Buffer.from(zero).fill(1, half - 1);
  const order = ORDERS[family];
  const spoilt = [
    ["one bit of the signature turned", flip(signature)],
    ["a signature without its last byte", signature.subarray(0, -1)],
    ["a signature with a byte before it", Buffer.concat([Buffer.alloc(1), signature])],
    ["a signature with a byte after it", Buffer.concat([signature, Buffer.alloc(1)])],
    ["a signature of nothing but zeros", Buffer.alloc(signature.length)],
    ["a signature of one byte", Buffer.alloc(1)],
  ];
  if (family.startsWith("P-")) {
    const whole = bigEndian(order, half);
    spoilt.push(
      ["r and s of one", Buffer.concat([one, one])],
      ["r of zero", Buffer.concat([zero, s])],
      ["s of zero", Buffer.concat([r, zero])],
      ["r and s of the group's order", Buffer.concat([whole, whole])],
      ["r and s exchanged", Buffer.concat([s, r])],
      ["the form of DER", toDer(r, s)],
    );
  }
  if (family === "ed25519") {
    const sum = BigInt(`0x${Buffer.from(s).reverse().toString("hex")}`) + order;
    spoilt.push(["s beyond the group's order", Buffer.concat([r, bigEndian(sum, half).reverse()])]);
  }
  const changed = Buffer.from(payload, "base64url").toString().replace('"u1"', '"u2"');
  return [
    ["another payload", `${header}.${Buffer.from(changed).toString("base64url")}.${encoded}`],
    ...spoilt.map(([name, bytes]) => [name, `${header}.${payload}.${bytes.toString("base64url")}`]),
  ];
}

function flip(signature) {
  const turned = Buffer.from(signature);
  turned[turned.length - 1] ^= 1;
  return turned;
}

function bigEndian(value, bytes) {
  return Buffer.from(value.toString(16).padStart(2 * bytes, "0"), "hex");
}

function toDer(r, s) {
  const integer = (value) => {
    const digits = Buffer.from(value).subarray(
      Math.max(
        0,
        value.findIndex((byte) => byte !== 0),
      ),
    );
    const signed = digits[0] & 0x80 ? Buffer.concat([Buffer.alloc(1), digits]) : digits;
    return Buffer.concat([Buffer.from([0x02, signed.length]), signed]);
  };
  const content = Buffer.concat([integer(r), integer(s)]);
  const length = content.length < 0x80 ? [content.length] : [0x81, content.length];
  return Buffer.concat([Buffer.from([0x30, ...length]), content]);
}
