import { AuthenticationError } from "@acme/claims";
import { authenticateAccessToken, createAccessTokenVerifier, requireAccessTokenScope } from "@acme/claims/access-token";
import { remoteKeys } from "@acme/claims/remote-keys";
import { initTRPC, TRPCError } from "@trpc/server";
import type { CreateHTTPContextOptions, CreateHTTPHandlerOptions } from "@trpc/server/adapters/standalone";
import type { TRPC_ERROR_CODE_KEY } from "@trpc/server/rpc";

// One verifier for the process: it keeps the keys that it fetched.
const verifier = createAccessTokenVerifier({
  key: remoteKeys(process.env["JWKS_URL"] ?? "https://auth.acme.example/jwks"),
  audience: "https://api.acme.example",
});

export function createContext({ req }: CreateHTTPContextOptions) {
  return { request: req };
}

const t = initTRPC.context<typeof createContext>().create({
  // Not left to NODE_ENV, without which callers are sent the stack.
  isDev: false,
  // Nor is what went wrong inside for callers.
  errorFormatter: ({ shape, error }) =>
    error.code === "INTERNAL_SERVER_ERROR" ? { ...shape, message: "Internal server error" } : shape,
});

export const router = t.router;

/** A procedure that anyone may call. */
export const open = t.procedure;

/** A procedure for callers whose token verifies; it has `ctx.claims`. */
export const authenticated = t.procedure.use(async ({ ctx, next }) => {
  const { claims } = await authenticateAccessToken(ctx.request, { verifier }).catch(refuse);
  return next({ ctx: { claims } });
});

/** A procedure for callers whose token grants each of these scopes, too. */
export function scoped(...scopes: readonly [string, ...string[]]) {
  return authenticated.use(({ ctx, next }) => {
    try {
      requireAccessTokenScope(ctx.claims, ...scopes);
    } catch (error) {
      refuse(error);
    }
    return next();
  });
}

const CODES: Readonly<Record<AuthenticationError["status"], TRPC_ERROR_CODE_KEY>> = {
  400: "BAD_REQUEST",
  401: "UNAUTHORIZED",
  403: "FORBIDDEN",
  503: "SERVICE_UNAVAILABLE",
};

function refuse(error: unknown): never {
  if (!(error instanceof AuthenticationError)) throw error;
  // The reason is for the log. Neither it nor its cause holds the token.
  console.warn("refused: %s", error.code);
  throw new TRPCError({ code: CODES[error.status], message: error.message, cause: error });
}

type ResponseMeta = NonNullable<CreateHTTPHandlerOptions<ReturnType<typeof router>>["responseMeta"]>;

/** Adds `WWW-Authenticate` and `Retry-After` to an answer in which a call was refused. */
export const responseMeta: ResponseMeta = ({ errors }) => {
  const refused = errors.map(({ cause }) => cause).find((cause) => cause instanceof AuthenticationError);
  return refused === undefined ? {} : { headers: refused.headers };
};
