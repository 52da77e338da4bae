import { bodyText, type ExchangeEvent, type JsonObject } from "@irsa-sim/core";

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
  return JSON.parse(bodyText(exchange.request)) as ManifestOfPod;
}
