import { countOutcomes, outcomeOf } from "./outcome.js";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** The table of good and bad tokens, asked of verify, and twice of a verifier that remembers; and the letters of base64url. */
export function tokenCases({ claims, fixture }) {
  const key = fixture.keys["P-256"].own.public;
  const kinds = {
    accessToken: { verify: claims.verifyAccessToken, create: claims.createAccessTokenVerifier },
    closedToken: { verify: claims.verifyClosedToken, create: claims.createClosedTokenVerifier },
    strippedToken: { verify: claims.verifyStrippedToken, create: claims.createStrippedTokenVerifier },
  };
  const good = fixture.tokens.find(({ kind, name }) => kind === "accessToken" && name === "good").token;
  const verify = (token) => outcomeOf(() => claims.verifyAccessToken(token, { key, now: fixture.now }));
  const [header, payload, signature] = good.split(".");
  return [
    ...fixture.tokens.flatMap(({ kind, name, token, want }) => {
      const { verify, create } = kinds[kind];
      const remembering = create({ key, cache: { entries: 4 } });
      const again = () => outcomeOf(() => remembering(token, { now: fixture.now }));
      return [
        { name: `${kind}: ${name}`, run: () => outcomeOf(() => verify(token, { key, now: fixture.now })), want },
        { name: `${kind}, by a verifier: ${name}`, run: again, want },
        { name: `${kind}, by a verifier that has seen it: ${name}`, run: again, want },
      ];
    }),
    ...[undefined, null, 1, {}, ["a.b.c"], new String(good)].map((token, at) => ({
      name: `accessToken: what is no string, ${at + 1}`,
      run: () => verify(token),
      want: "malformed_token",
    })),
    {
      name: "no letter beside those of base64url is read",
      run: async () => {
        const outcomes = [];
        for (const letter of otherLetters()) {
          outcomes.push(await verify(`${header.slice(0, 8)}${letter}${header.slice(9)}.${payload}.${signature}`));
          outcomes.push(await verify(`${header}.${payload.slice(0, -1)}${letter}.${signature}`));
          outcomes.push(await verify(`${header}.${payload}.${letter}${signature.slice(1)}`));
        }
        return countOutcomes(outcomes);
      },
      want: `${3 * otherLetters().length} malformed_token`,
    },
    {
      name: "of the last letters of a signature, four have no stray bits and one is right",
      run: async () => {
        const tokens = [...LETTERS].map((letter) => `${good.slice(0, -1)}${letter}`);
        return countOutcomes(await Promise.all(tokens.map(verify)));
      },
      want: "1 accepted, 3 invalid_signature, 60 malformed_token",
    },
    {
      name: "two hundred at once, each answered for itself",
      run: async () => {
        const tokens = Array.from({ length: 200 }, (_, at) => (at % 2 === 0 ? good : flipped(good)));
        return countOutcomes(await Promise.all(tokens.map(verify)));
      },
      want: "100 accepted, 100 invalid_signature",
    },
    {
      name: "no message holds a part of the token",
      run: async () => {
        const held = [];
        for (const { kind, token } of fixture.tokens) {
          const tail = token.slice(-20);
          const message = await messageOf(() => kinds[kind].verify(token, { key, now: fixture.now }));
          if (tail.length === 20 && message.includes(tail)) held.push(message);
        }
        return `${held.length} messages`;
      },
      want: "0 messages",
    },
  ];
}

async function messageOf(call) {
  try {
    await call();
    return "";
  } catch (error) {
    return `${error.message} ${JSON.stringify(error)}`;
  }
}

function flipped(token) {
  const at = token.length - 10;
  return `${token.slice(0, at)}${token[at] === "A" ? "B" : "A"}${token.slice(at + 1)}`;
}

/** The letters up to U+03FF, those of punctuation and of full width, each but the 64 of base64url and the dot. */
function otherLetters() {
  const ranges = [
    [0, 0x3ff],
    [0x2000, 0x206f],
    [0xd7f0, 0xd80f],
    [0xff00, 0xffff],
  ];
  const letters = ranges.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, at) => String.fromCharCode(first + at)),
  );
  return letters.filter((letter) => !LETTERS.includes(letter) && letter !== ".");
}
