import { choice, list, period, strictObject, text, toMillis } from "@irsa-sim/core/schema";

/** A controller keeps pods. */
export const reconcileSchema = strictObject({
  files: list(text("a file"), "a list of files").describe(
    "Kubernetes YAML or JSON files with the controller's templates: it creates what is not there, and creates a pod anew when it finds that it has changed",
  ),
  every: period.describe("how long after each other the controller looks at them, as time moves"),
  compares: choice(["environment", "template"]).describe(
    "how the controller tells that a pod has changed: environment compares the variables of the pod as it is stored with those of the template, and so takes what a webhook " +
      "added for a change; template compares a hash of the template, which the controller puts on the pod when it creates it",
  ),
}).transform(({ every, compares }) => ({ everyMs: toMillis(every), compares }));
