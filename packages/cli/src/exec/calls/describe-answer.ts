import type { Actor } from "@irsa-sim/core";
import type { Palette } from "@irsa-sim/trace-views";
import type { ClientCall } from "./client-call.js";

const SERVICES: Partial<Record<Actor, string>> = {
  sts: "STS",
  s3: "S3",
  iam: "IAM",
  node: "instance metadata",
  "pod-identity-agent": "Pod Identity agent",
  "api-server": "Kubernetes",
  "oidc-issuer": "issuer",
  webhook: "webhook",
};

/** What a call came to, in the words of a line: `mark` before its name, `answer` behind it. */
export function describeAnswer({ to, status, refusal }: ClientCall, { good, bad }: Palette): { readonly mark: string; readonly answer: string } {
  const service = SERVICES[to] ?? "AWS";
  if (refusal === null) return { mark: good("✔"), answer: `${service} ${status}` };
  return { mark: bad("✘"), answer: `${service} ${bad(status === null ? `no answer, ${refusal.failure.code}` : `${status} ${refusal.failure.code}`)}` };
}
