import { bodyText, type HttpResponse } from "@irsa-sim/core";

/** What the agent tells a pod. */
export interface AgentAnswer {
  readonly status: number;
  readonly message: string;
}

/**
 * EKS Auth's refusal as the agent passes it on, with EKS Auth's own status.
 *
 * @see aws/eks-pod-identity-agent, pkg/errors/errors.go
 * @example
 * refusalOf({ status: 400, headers: { "x-amzn-errortype": "AccessDeniedException", "x-amzn-requestid": "id" }, body: '{"message":"No"}' }).message;
 * // => "[id]: (AccessDeniedException): No, fault: client"
 */
export function refusalOf(response: HttpResponse): AgentAnswer {
  const { "x-amzn-requestid": requestId = "", "x-amzn-errortype": type = "UnknownError" } = response.headers;
  const fault = response.status >= 500 ? "server" : "client";
  return { status: response.status, message: `[${requestId}]: (${type}): ${messageIn(bodyText(response))}, fault: ${fault}` };
}

function messageIn(body: string): string {
  try {
    const { message } = JSON.parse(body) as { readonly message?: unknown };
    return typeof message === "string" ? message : "";
  } catch (error) {
    // A proxy's page, or nothing at all.
    if (error instanceof SyntaxError) return "";
    throw error;
  }
}
