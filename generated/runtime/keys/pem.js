import { broken, exposed, misfit } from "../engine/key-check.js";
import { engine } from "../engine/platform-engine.js";
import { recallPem, rememberPem } from "./known-pems.js";
import { prepareImported, readyOf } from "./ready-key.js";
/** Reads a key from PEM text (RFC 7468): SPKI, PKCS #8, or for verifying an X.509 certificate; a public key once for each text. */
export function preparePem(text, algorithm, use) {
    const known = use === "verify" ? recallPem(text, algorithm) : undefined;
    if (known !== undefined)
        return { key: known };
    const pem = text.trim();
    const label = /^-----BEGIN ([A-Z0-9 ]{1,40})-----/.exec(pem)?.[1];
    if (label === undefined)
        return broken("A key in a string must be PEM; pass a secret as a Uint8Array.");
    if (pem.indexOf("-----BEGIN ", 1) !== -1)
        return broken("The PEM text holds more than one key or certificate.");
    const asSecret = algorithm.checkSecret?.(text);
    if (asSecret !== undefined)
        return readyOf(asSecret, algorithm);
    if (use === "verify" && label.endsWith("PRIVATE KEY"))
        return exposed("key");
    if (!isReadable(label))
        return broken(`PEM of the kind ${label} is not read: convert it to PUBLIC KEY (SPKI) or PRIVATE KEY (PKCS #8).`);
    const finish = (key) => {
        const result = prepareImported(key, algorithm, use);
        // A private key's text is not kept longer than its owner keeps it; signing costs more than the import.
        if (use === "verify" && !("fault" in result))
            rememberPem(text, result.key);
        return result;
    };
    const unfit = () => misfit(`The PEM text holds no key that fits ${algorithm.alg}.`);
    try {
        const key = engine.importPem(pem, label, algorithm);
        return key instanceof Promise ? key.then(finish, unfit) : finish(key);
    }
    catch {
        return unfit();
    }
}
function isReadable(label) {
    return label === "PUBLIC KEY" || label === "PRIVATE KEY" || label === "CERTIFICATE";
}
