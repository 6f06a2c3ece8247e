/** What a consumer of the sample's access tokens asks of each, in the options of jose. */
export const EXPECTED = {
  algorithms: ["ES256"],
  issuer: "https://auth.acme.example",
  audience: "https://api.acme.example",
  typ: "at+jwt",
  requiredClaims: ["exp"],
};
