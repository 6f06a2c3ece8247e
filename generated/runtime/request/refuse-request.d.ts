import type { ClaimsError } from "../errors/claims-error.js";
import { AuthenticationError } from "./authentication-error.js";
/**
 * How a request is refused for a reason: an error of its own, with the status and the challenge.
 * A reason that is the service's own fault, a wrong option, is given back as it is: it has no status.
 *
 * @param realm - for the challenge; null for none
 */
export declare function refuseRequest(reason: ClaimsError, realm: string | null): ClaimsError;
/**
 * How a request is refused whose token does not grant what is demanded.
 *
 * @param scope - the words of the scope that are demanded; none where it is not the scope that is too small
 */
export declare function refuseGrant(realm: string | null, message: string, scope: readonly string[]): AuthenticationError;
