import { itemsOf, type LocatedNode, memberOf, textOf } from "@irsa-sim/documents";
import type { Inventory, NamedObject } from "../gather/inventory.js";

const TOKENS = "serviceaccounts/token";

/** A right to make tokens. */
export interface TokenMaker {
  /** `namespace/name` of the service account that has it. */
  readonly account: string;
  /** Whose tokens: in this namespace. */
  readonly namespace: string;
  /** Of these alone; of all when `null`. */
  readonly names: readonly string[] | null;
}

/**
 * The rights to make tokens that name a namespace or accounts. One for the whole cluster says of no account that it is used.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/
 */
export function tokenMakers({ grants }: Pick<Inventory, "grants">): readonly TokenMaker[] {
  return grants.flatMap((binding) => {
    if (binding.kind !== "RoleBinding") return [];
    const { node } = binding.document;
    const names = namesGranted(roleOfBinding(binding, grants));
    if (names === undefined) return [];
    return itemsOf(memberOf(node, "subjects")).flatMap((subject) =>
      textOf(memberOf(subject, "kind")) === "ServiceAccount"
        ? [
            {
              account: `${textOf(memberOf(subject, "namespace")) ?? binding.namespace}/${textOf(memberOf(subject, "name")) ?? ""}`,
              namespace: binding.namespace,
              names,
            },
          ]
        : [],
    );
  });
}

function roleOfBinding({ namespace, document }: NamedObject, grants: readonly NamedObject[]): NamedObject | undefined {
  const reference = memberOf(document.node, "roleRef");
  const [kind, name] = ["kind", "name"].map((member) => textOf(memberOf(reference, member)));
  return grants.find((one) => one.kind === kind && one.name === name && (kind === "ClusterRole" || one.namespace === namespace));
}

/** `null` for all accounts, `undefined` for no right at all. */
function namesGranted(role: NamedObject | undefined): readonly string[] | null | undefined {
  const textsOf = (rule: LocatedNode, member: string): readonly string[] => itemsOf(memberOf(rule, member)).flatMap((one) => textOf(one) ?? []);
  const rules = itemsOf(memberOf(role?.document.node ?? null, "rules")).filter(
    (rule) => textsOf(rule, "resources").includes(TOKENS) && ["create", "*"].some((verb) => textsOf(rule, "verbs").includes(verb)),
  );
  if (rules.length === 0) return undefined;
  const named = rules.map((rule) => textsOf(rule, "resourceNames"));
  return named.some((names) => names.length === 0) ? null : named.flat();
}
