/**
 * Watches whether Web Crypto is asked to verify anything: that tells which engine a package runs on.
 *
 * @returns a function that says whether it was
 */
export function watchWebCrypto() {
  const prototype = Object.getPrototypeOf(crypto.subtle);
  const { verify } = prototype;
  let wasAsked = false;
  prototype.verify = function (...words) {
    wasAsked = true;
    return verify.apply(this, words);
  };
  return () => wasAsked;
}
