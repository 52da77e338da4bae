import type { JsonObject } from "@irsa-sim/core";
import type { KubernetesObject } from "../../storage/kubernetes-object.js";
import type { FieldProblem, Problems } from "../field-problem.js";
import { findMetaProblems, type Naming } from "../validation/find-meta-problems.js";
import { dnsLabel, dnsSubdomain } from "../validation/formats/names.js";
import { CONFIG_MAP_RULES } from "./config-map.js";
import { NAMESPACE_RULES } from "./namespace.js";
import { SECRET_RULES } from "./secret.js";
import { SERVICE_ACCOUNT_RULES } from "./service-account.js";

/** What becomes of a new object of a kind, and what may be wrong with it. */
export interface ObjectRules {
  /** With what the server says of it; the name is made by then. */
  readonly prepare?: (object: KubernetesObject) => KubernetesObject;
  /** Besides those of `metadata`. */
  readonly findProblems?: (object: JsonObject) => Problems;
  /** What a client is told of one that is stored all the same. */
  readonly findWarnings?: (object: KubernetesObject) => readonly string[];
}

/** Kinds that have rules of their own; of others the name alone is looked at. */
const RULES: Readonly<Record<string, ObjectRules>> = {
  ConfigMap: CONFIG_MAP_RULES,
  Namespace: NAMESPACE_RULES,
  Secret: SECRET_RULES,
  ServiceAccount: SERVICE_ACCOUNT_RULES,
};

/** The rules of a kind. */
export function rulesOf(kind: string): ObjectRules {
  return RULES[kind] ?? {};
}

type ObjectKind = { readonly kind: string; readonly isNamespaced: boolean };

/** How objects of a kind are named: a namespace's name is a label, all others' may have dots. */
export function namingOf({ kind, isNamespaced }: ObjectKind): Naming {
  return { format: kind === "Namespace" ? dnsLabel : dnsSubdomain, isNamespaced };
}

/** All problems of an object that is no pod. */
export function* findObjectProblems(object: KubernetesObject, kind: ObjectKind): Generator<FieldProblem> {
  yield* findMetaProblems(object.metadata, namingOf(kind));
  yield* rulesOf(kind.kind).findProblems?.(object) ?? [];
}
