/** For which pods the API server asks the webhook, and what it does without an answer. */
import { choice, list, record, strictObject, text } from "@irsa-sim/core/schema";
import { z } from "zod";

const expression = strictObject({
  key: text("a label's key"),
  operator: choice(["In", "NotIn", "Exists", "DoesNotExist"]),
  values: list(z.string(), "a list of labels' values").optional(),
});

const selector = strictObject({
  matchLabels: record(z.string(), "labels by their keys").optional(),
  matchExpressions: list(expression, "a list of what labels have to be").optional(),
}).optional();

const rule = strictObject({
  operations: list(z.string(), "a list of operations, such as CREATE"),
  apiGroups: list(z.string(), "a list of API groups"),
  apiVersions: list(z.string(), "a list of API versions"),
  resources: list(z.string(), "a list of resources, such as pods"),
  scope: choice(["Namespaced", "Cluster", "*"]).optional(),
});

/** As a world has it. */
export type Registration = z.infer<typeof registration>;

export const registration = strictObject({
  namespaceSelector: selector.describe("labels of the pod's namespace; any when left out"),
  objectSelector: selector.describe("labels of the pod; those of upstream's manifest when left out"),
  rules: list(rule, "a list of rules").optional().describe("what the API server asks the webhook about: the creation of pods when left out"),
  caBundle: z
    .string()
    .optional()
    .describe("whose certificates the API server takes from the webhook, PEM in base64: the one that signed the webhook's own when left out"),
  failurePolicy: choice(["Ignore", "Fail"]).optional().describe("what becomes of a pod when the webhook does not answer: Ignore when left out"),
})
  .default({})
  .describe("the webhook's MutatingWebhookConfiguration, where it is not upstream's");
