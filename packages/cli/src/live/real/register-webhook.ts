import type { JsonObject } from "@irsa-sim/core";
import type { ApiClient } from "../../kubernetes/api-client.js";
import { ApiError } from "../../kubernetes/api-error.js";
import { askFor, type Purpose } from "../../kubernetes/ask-for.js";

const PATH = "/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations";
const PURPOSE: Purpose = {
  what: "register its webhook",
  right: "leave --register out, and apply webhook.yaml as somebody who may create MutatingWebhookConfigurations",
};

/**
 * Registers the webhook with a real API server, in the place of an earlier registration of that name.
 *
 * @returns what takes the registration away again, also when somebody has done so before
 * @throws {ApiError} when it is refused; so does the result
 */
export async function registerWebhook(client: ApiClient, manifest: JsonObject): Promise<() => Promise<void>> {
  const { name } = manifest.metadata as { readonly name: string };
  const path = `${PATH}/${name}`;
  const headers = { "content-type": "application/apply-patch+yaml" };
  await askFor(client, { method: "PATCH", path: `${path}?fieldManager=irsa-sim&force=true`, headers, body: JSON.stringify(manifest) }, PURPOSE);
  return async () => {
    try {
      await askFor(client, { method: "DELETE", path }, { ...PURPOSE, what: "remove its webhook again" });
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 404) throw error;
    }
  };
}
