// What the types of the recipe say, and what they refuse.
import { RequireScope } from "../nestjs/access-token-guard.js";

// @ts-expect-error: no scope at all lets everyone pass
RequireScope([]);
// @ts-expect-error: a list
RequireScope("invoices:read");
