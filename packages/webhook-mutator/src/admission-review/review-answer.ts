/**
 * The answer to a review: the only place where the webhook's answers are written.
 * @see webhook.md, section 9.3
 */

import { goString } from "@irsa-sim/core";
import { goObject } from "../json-patch/go-json.js";
import type { AdmissionReview } from "./admission-review.js";

type Members = readonly (readonly [key: string, encoded: string])[];
type Echoed = Partial<Pick<AdmissionReview, "kind" | "apiVersion" | "uid">>;

/** Lets a pod through, with a patch or, for `null`, unchanged. */
export function allowed(review: Echoed, patch: string | null): string {
  const change: Members =
    patch === null
      ? []
      : [
          ["patch", goString(base64(patch))],
          ["patchType", goString("JSONPatch")],
        ];
  return answer(review, [["allowed", "true"], ...change]);
}

/** Keeps a pod out; nothing but the message says why. */
export function denied(review: Echoed, message: string): string {
  const status = goObject([
    ["metadata", "{}"],
    ["message", goString(message)],
  ]);
  return answer(review, [
    ["allowed", "false"],
    ["status", status],
  ]);
}

function answer({ kind = "", apiVersion = "", uid = "" }: Echoed, members: Members): string {
  const echoed: Members = [
    ...(kind === "" ? [] : [["kind", goString(kind)] as const]),
    ...(apiVersion === "" ? [] : [["apiVersion", goString(apiVersion)] as const]),
  ];
  return goObject([...echoed, ["response", goObject([["uid", goString(uid)], ...members])]]);
}

function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));
}
