import type { Handler } from "@irsa-sim/core";

/** A handler that is made for the first request, where most are never asked. */
export function whenAsked(create: () => Handler): Handler {
  let handler: Handler | null = null;
  return (request, span) => {
    handler ??= create();
    return handler(request, span);
  };
}
