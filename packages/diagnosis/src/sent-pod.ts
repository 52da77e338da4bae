import type { ExchangeEvent, JsonObject } from "@irsa-sim/core";
import { objectIn } from "./sent-object.js";

/** A pod as somebody sent it, as far as causes read it. */
export interface ManifestOfPod {
  readonly kind: "Pod";
  readonly metadata: { readonly name: string; readonly namespace?: string };
  readonly spec: {
    readonly containers: readonly {
      readonly name: string;
      readonly volumeMounts?: readonly (JsonObject & { readonly name: string; readonly mountPath: string })[];
    }[];
    readonly volumes?: readonly (JsonObject & { readonly name: string })[];
  };
}

/** The pod in a request to the API server; `null` for any other request. */
export function sentPod(exchange: ExchangeEvent | null): ManifestOfPod | null {
  if (exchange === null || exchange.name !== "CreatePod") return null;
  return objectIn(exchange.request) as ManifestOfPod | null;
}
