/**
 * A controller: a program in the cluster that keeps pods as its templates say, and deletes and creates anew what it thinks has changed.
 * Differs from a real one: it looks again after a while, where a controller is woken by changes too; a pod is gone at once, without finalizers and grace period; what the
 * API server refuses is not tried again; and it may do everything, where a controller has rights of its own.
 */
import { bodyText, type HttpResponse, type JsonObject, type Span, type Trace } from "@irsa-sim/core";
import { findRefusal } from "../kubernetes/find-refusal.js";
import { createKubernetesClient, type KubernetesAccess, type KubernetesClient, type ObjectReference, referenceTo } from "../kubernetes/kubernetes-client.js";
import type { Controller } from "./controller.js";
import { type DriftRule, decideDrift } from "./decide-drift.js";
import { withTemplateHash } from "./template-hash.js";

/** Creates the controller. */
export function createController(options: { readonly access: KubernetesAccess; readonly root: Trace["root"] }): Controller {
  const kubernetes = createKubernetesClient(options.access);
  return {
    keep: ({ objects, compares }) => {
      const kept = objects.map((written) => ({ written, name: referenceTo(written).name }));
      return async () => {
        for (const one of kept) {
          const { objectKind, name } = { ...referenceTo(one.written), name: one.name };
          const span = options.root.enter(`The controller looks at ${objectKind} ${name}`, { step: 1, actor: "controller" });
          const template = objectKind === "Pod" && compares === "template" ? withTemplateHash(one.written) : one.written;
          const refusal = await findRefusal(span, () => look({ kubernetes, kept: one, template, compares }, span));
          if (refusal !== null) return refusal;
        }
        return null;
      };
    },
  };
}

/** An object that is kept. */
interface Kept {
  readonly written: JsonObject;
  /** As it is called now; empty before one with `generateName` is there. */
  name: string;
}

interface Look {
  readonly kubernetes: KubernetesClient;
  readonly kept: Kept;
  /** What is written, with what the controller adds to it. */
  readonly template: JsonObject;
  readonly compares: DriftRule;
}

/** Creates the object when it is not there, and creates it anew when it has drifted; answers with the last response, or with `null` when all is as it should be. */
async function look({ kubernetes, kept, template, compares }: Look, span: Span): Promise<HttpResponse | null> {
  const reference: ObjectReference = { ...referenceTo(template), name: kept.name };
  const found = kept.name === "" ? null : await kubernetes.get(reference, span);
  if (found?.status === 200) {
    const drift = reference.objectKind === "Pod" ? decideDrift(template, JSON.parse(bodyText(found)) as JsonObject, compares) : null;
    if (drift === null) return null;
    span.note("controller.drift", { pod: `${reference.namespace}/${reference.name}`, ...drift });
    const deleted = await kubernetes.delete(reference, span);
    if (deleted.status >= 400) return deleted;
  } else if (found !== null && found.status !== 404) return found;
  const created = await kubernetes.create(template, span);
  if (created.status === 201) kept.name = referenceTo(JSON.parse(bodyText(created)) as JsonObject).name;
  return created;
}
