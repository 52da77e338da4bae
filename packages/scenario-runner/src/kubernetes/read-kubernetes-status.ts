import { bodyText, type HttpResponse } from "@irsa-sim/core";

/** What a refused Kubernetes request said. */
export function readKubernetesStatus(response: HttpResponse): { readonly code: string; readonly status: number; readonly message: string } {
  const { reason = "Unknown", message = "" } = JSON.parse(bodyText(response)) as { readonly reason?: string; readonly message?: string };
  return { code: reason, status: response.status, message };
}
