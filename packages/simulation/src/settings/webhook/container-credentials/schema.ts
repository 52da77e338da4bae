/** Who gets EKS Pod Identity instead. */
import { list, strictObject, text } from "@irsa-sim/core/schema";

export const containerCredentials = list(
  strictObject({ namespace: text("a namespace"), serviceAccount: text("a service account") }),
  "a list of namespaces and service accounts",
)
  .default([])
  .describe("service accounts that get EKS Pod Identity instead, as the webhook's file lists them");
