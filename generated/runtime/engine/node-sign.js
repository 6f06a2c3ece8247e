import { nativeOf } from "./node-key.js";
import { settle } from "./settle.js";
/** Makes what signs by `node:crypto`, with keys that the engine for Node has made ready. */
export function createNodeSign({ crypto, Buffer, run }) {
    const encode = (text) => Buffer.from(text, "utf8").toString("base64url");
    return (header, payload, key) => {
        const { digest, input } = nativeOf(key);
        const signed = `${encode(JSON.stringify(header))}.${encode(payload)}`;
        const finish = (signature) => `${signed}.${signature.toString("base64url")}`;
        if (key.algorithm.kty === "oct") {
            return finish(crypto
                .createHmac(digest ?? "", input.key)
                .update(signed, "latin1")
                .digest());
        }
        const data = Buffer.from(signed, "latin1");
        const pooled = (done) => crypto.sign(digest, data, input, done);
        // A signature by RSA takes longer than all that a turn has.
        if (key.algorithm.kty === "RSA")
            return settle(pooled).then(finish);
        const signature = run({ cost: key.algorithm.node.cost, now: () => crypto.sign(digest, data, input), pooled });
        return signature instanceof Promise ? signature.then(finish) : finish(signature);
    };
}
