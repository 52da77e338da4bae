import type { Handler } from "@irsa-sim/core";

/**
 * What a bucket that is not public answers to everybody without credentials, whether the object is there or not.
 *
 * Differs from S3: no request ids.
 */
export const refuseStrangers: Handler = async (request, span) => {
  span.note("oidc-issuer.not-public", { path: new URL(request.url).pathname });
  const body = '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>';
  return { status: 403, headers: { "content-type": "application/xml" }, body: request.method === "HEAD" ? "" : body };
};
