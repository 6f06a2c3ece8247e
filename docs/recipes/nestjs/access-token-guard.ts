import { type AccessTokenClaims, AuthenticationError } from "@acme/claims";
import { authenticateAccessToken, createAccessTokenVerifier, requireAccessTokenScope } from "@acme/claims/access-token";
import { remoteKeys } from "@acme/claims/remote-keys";
import {
  type ArgumentsHost,
  type CanActivate,
  Catch,
  createParamDecorator,
  type ExceptionFilter,
  type ExecutionContext,
  Injectable,
  Logger,
} from "@nestjs/common";
import { Reflector } from "@nestjs/core";
import type { Request, Response } from "express";

// One verifier for the process: it keeps the keys that it fetched.
const verifier = createAccessTokenVerifier({
  key: remoteKeys(process.env["JWKS_URL"] ?? "https://auth.acme.example/jwks"),
  audience: "https://api.acme.example",
});

/** The claims of requests that have passed the guard: beside the request, whose type stays as it is. */
const claimsOfRequests = new WeakMap<object, AccessTokenClaims>();

/** Marks a handler that needs no token. All others do. */
export const NoToken = Reflector.createDecorator<void, true>({ transform: () => true });

/** Marks a handler whose callers need each of these scopes. */
export const RequireScope = Reflector.createDecorator<readonly [string, ...string[]]>();

/** Lets requests pass whose token verifies and grants what the handler demands. */
@Injectable()
export class AccessTokenGuard implements CanActivate {
  readonly #reflector = new Reflector();

  async canActivate(context: ExecutionContext): Promise<true> {
    const marks = [context.getHandler(), context.getClass()];
    if (this.#reflector.getAllAndOverride(NoToken, marks)) return true;
    const request = context.switchToHttp().getRequest<Request>();
    const { claims } = await authenticateAccessToken(request, { verifier });
    const scope = this.#reflector.getAllAndOverride(RequireScope, marks);
    if (scope !== undefined) requireAccessTokenScope(claims, ...scope);
    claimsOfRequests.set(request, claims);
    return true;
  }
}

/** Hands the claims to a parameter of a handler. */
export const Claims = createParamDecorator((_: unknown, context: ExecutionContext): AccessTokenClaims => {
  const claims = claimsOfRequests.get(context.switchToHttp().getRequest<Request>());
  if (claims === undefined) throw new TypeError("@Claims() stands in a handler that is marked with @NoToken().");
  return claims;
});

/** Answers what was refused. */
@Catch(AuthenticationError)
export class RefusalFilter implements ExceptionFilter<AuthenticationError> {
  readonly #logger = new Logger("AccessToken");

  catch(error: AuthenticationError, host: ArgumentsHost): void {
    // The reason is for the log. Neither it nor its cause holds the token.
    this.#logger.warn(`refused: ${error.code}`);
    host.switchToHttp().getResponse<Response>().status(error.status).set(error.headers).end();
  }
}
