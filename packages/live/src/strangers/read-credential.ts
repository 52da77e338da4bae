import { bodyText, type HttpRequest } from "@irsa-sim/core";

/**
 * The access key that a request is signed with, in its header or its URL.
 *
 * @returns `null` for an unsigned one
 */
export function accessKeyOf({ url, headers }: HttpRequest): string | null {
  const inHeader = /Credential=([^/,\s]+)\//.exec(headers.authorization ?? "")?.[1];
  return inHeader ?? /^([^/]+)\//.exec(new URL(url).searchParams.get("X-Amz-Credential") ?? "")?.[1] ?? null;
}

/** The session token that a request carries, in its header or its URL; `null` without one. */
export function sessionTokenOf({ url, headers }: HttpRequest): string | null {
  return headers["x-amz-security-token"] ?? new URL(url).searchParams.get("X-Amz-Security-Token");
}

/** A pod that a token says it is for. */
export interface TokenPod {
  readonly namespace: string;
  readonly name: string;
}

/** The pod of the web identity token that a request carries; `null` without one, and for a token that is bound to none. Nothing is verified here. */
export function podInToken(request: HttpRequest): TokenPod | null {
  const token = new URLSearchParams(bodyText(request)).get("WebIdentityToken") ?? "";
  const { namespace, pod } = claimsIn(token)["kubernetes.io"] ?? {};
  return typeof namespace === "string" && typeof pod?.name === "string" ? { namespace, name: pod.name } : null;
}

interface Claims {
  readonly "kubernetes.io"?: { readonly namespace?: unknown; readonly pod?: { readonly name?: unknown } };
}

function claimsIn(token: string): Claims {
  const payload = token.split(".")[1] ?? "";
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.codePointAt(0) as number);
    return (JSON.parse(new TextDecoder().decode(bytes)) ?? {}) as Claims;
  } catch (error) {
    // Neither base64 nor JSON: what it is, STS will say.
    if (error instanceof SyntaxError || error instanceof DOMException) return {};
    throw error;
  }
}
