import { choice, strictObject, text } from "@irsa-sim/core/schema";
import { OBJECT_KINDS } from "@irsa-sim/simulation";

/** Somebody deletes an object. */
export const deleteSchema = strictObject({
  pod: text("the pod's name").optional().describe("name of the pod"),
  serviceAccount: text("the service account's name").optional().describe("name of the service account"),
  kind: choice(OBJECT_KINDS).optional().describe("kind of an object that is named by name"),
  name: text("the object's name").optional().describe("name of the object of that kind"),
  namespace: text("the object's namespace").default("default").describe("namespace of the object; default when left out"),
})
  .refine(({ pod, serviceAccount, kind }) => [pod, serviceAccount, kind].filter((named) => named !== undefined).length === 1, {
    error: "either pod, serviceAccount, or kind and name",
    when: ({ issues }) => issues.length === 0,
  })
  .refine(({ kind, name }) => (kind === undefined) === (name === undefined), {
    error: "kind and name together",
    when: ({ issues }) => issues.length === 0,
  });
