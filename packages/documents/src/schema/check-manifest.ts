import { looseObject } from "@irsa-sim/core/schema";
import type { ProblemList } from "../problems/problem-list.js";
import { podTemplateIn } from "../recognise/kubernetes/pod-template.js";
import type { LocatedNode } from "../tree/located-tree.js";
import { checkTree } from "./check-tree.js";
import { isManifestKind } from "./is-manifest-kind.js";
import { KUBERNETES_SCHEMAS, metadata, podSpec } from "./kubernetes-schema.js";

const template = looseObject({ metadata: metadata.optional(), spec: podSpec });

/** Texts by key, of which the API server's reader says itself what is wrong. */
const READ_BY_SERVER = /(?:^|\.)metadata\.(?:annotations|labels)(?:\.|$)/;

function played(path: readonly string[]): string | null {
  return READ_BY_SERVER.test(path.join(".")) ? "the API server refuses the object" : null;
}

/** Holds a manifest against the schema of its kind, and of a kind without one its name and its pod template. */
export function checkManifest(kind: string, object: LocatedNode, problems: ProblemList): void {
  if (isManifestKind(kind)) {
    checkTree(object, KUBERNETES_SCHEMAS[kind], problems, { played });
    return;
  }
  checkTree(object, looseObject({ metadata }), problems, { played });
  const found = podTemplateIn(object);
  if (found !== null) checkTree(found, template, problems, { played });
}
