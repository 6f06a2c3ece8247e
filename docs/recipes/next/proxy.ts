import { type NextRequest, NextResponse } from "next/server";
import { checkAccessToken } from "./lib/access-token";

/** Turns requests away before anything of the application runs. What to let in is decided by each route, once more. */
export async function proxy(request: NextRequest): Promise<Response> {
  const checked = await checkAccessToken(request);
  return checked instanceof Response ? checked : NextResponse.next();
}

export const config = { matcher: ["/api/me", "/api/invoices"] };
