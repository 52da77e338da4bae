/**
 * Where a page of a list ended, as the token that the next page is asked for with.
 * @see https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apiserver/pkg/storage/continue.go
 */
import { findSyntaxError } from "@irsa-sim/kubernetes-types";
import { REFUSALS } from "../../kubernetes-status.js";

/** What a token says. */
export interface ContinueKey {
  /** Of the store, as the first page had it; `null` for the present one. */
  readonly version: number | null;
  /** The first key that may follow. */
  readonly start: string;
}

const FORM = "meta.k8s.io/v1";

/** Writes a token for what comes behind a key. */
export function writeContinue(version: number | null, lastKey: string): string {
  const text = JSON.stringify({ v: FORM, rv: version ?? -1, start: `${lastKey}\u0000` });
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/**
 * Reads a token.
 *
 * @throws {KubernetesStatus} 400 for what is none
 */
export function readContinue(token: string): ContinueKey {
  const text = decode(token);
  const syntaxError = findSyntaxError(text);
  if (syntaxError !== null) throw refuse(syntaxError);
  const { v, rv, start } = (JSON.parse(text) ?? {}) as { readonly v?: unknown; readonly rv?: unknown; readonly start?: unknown };
  if (v !== FORM) throw refuse(`server does not recognize this encoded version ${JSON.stringify(v ?? "")}`);
  if (typeof rv !== "number" || rv === 0) throw refuse(`incorrect encoded start resourceVersion (version ${FORM})`);
  if (typeof start !== "string" || start === "") throw refuse(`encoded start key empty (version ${FORM})`);
  return { version: rv < 0 ? null : rv, start };
}

function decode(token: string): string {
  const end = token.search(/[^\w-]/);
  // Of four letters the last one alone says nothing.
  const wrong = end >= 0 ? end : token.length % 4 === 1 ? token.length - 1 : -1;
  if (wrong >= 0) throw refuse(`illegal base64 data at input byte ${wrong}`);
  const bytes = Uint8Array.from(atob(token.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}

function refuse(why: string) {
  return REFUSALS.badRequest(`invalid continue token: continue key is not valid: ${why}`);
}
