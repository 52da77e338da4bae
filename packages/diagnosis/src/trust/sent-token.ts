import type { JsonObject } from "@irsa-sim/core";
import type { FailureView } from "../failure-view.js";
import { formParameter, requestBehind } from "../sent-request.js";

/** What was sent to STS for a web identity. */
export interface SentToken {
  readonly roleArn: string;
  /** Twelve digits: of the role. */
  readonly account: string;
  /** Without `https://`. */
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
  /** The provider as the role's account would have it. */
  readonly providerArn: string;
  readonly sessionName: string;
}

/** Reads the token that STS was sent in the call that failed; `null` where none was, or none that can be read. */
export function sentToken({ events, check }: Pick<FailureView, "events" | "check">): SentToken | null {
  const request = check === null ? null : requestBehind(events, check);
  const [roleArn, token, sessionName] = ["RoleArn", "WebIdentityToken", "RoleSessionName"].map((name) =>
    request === null ? null : formParameter(request, name),
  );
  const claims = typeof token === "string" ? claimsOf(token) : null;
  if (typeof roleArn !== "string" || claims === null) return null;
  const { iss, sub, aud } = claims;
  const [audience] = Array.isArray(aud) ? aud : [aud];
  if (typeof iss !== "string" || typeof sub !== "string" || typeof audience !== "string") return null;
  const [, partition = "", , , account = ""] = roleArn.split(":");
  const issuer = iss.replace("https://", "");
  return {
    ...{ roleArn, account, issuer, subject: sub, audience, sessionName: sessionName ?? "" },
    providerArn: `arn:${partition}:iam::${account}:oidc-provider/${issuer}`,
  };
}

/** A statement that lets this service account in, and nobody else. */
export function statementFor({ issuer, subject, audience, providerArn }: SentToken): JsonObject {
  return {
    Effect: "Allow",
    Principal: { Federated: providerArn },
    Action: "sts:AssumeRoleWithWebIdentity",
    Condition: { StringEquals: { [`${issuer}:sub`]: subject, [`${issuer}:aud`]: audience } },
  };
}

const JWT = /^[\w-]+\.([\w-]+)\.[\w-]*$/;

function claimsOf(token: string): JsonObject | null {
  const [, payload] = JWT.exec(token.trim()) ?? [];
  if (payload === undefined) return null;
  try {
    return JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/"))) as JsonObject;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof DOMException) return null;
    throw error;
  }
}
