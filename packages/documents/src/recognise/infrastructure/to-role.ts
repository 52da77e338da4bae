import { listAt, objectAt } from "../../tree/build-node.js";
import type { LocatedNode, ObjectNode } from "../../tree/located-tree.js";
import { decodeDocument } from "../iam/decode-document.js";
import type { Part } from "../iam/part.js";
import type { Recognition } from "../recognition.js";

/** A role as a tool has it that is to make it. */
export interface WrittenRole {
  readonly object: ObjectNode;
  readonly name: string | null;
  readonly arn: string | null;
  /** By what other objects refer to it. */
  readonly referredAs?: string | null;
  readonly trustPolicy: LocatedNode | null;
  readonly path?: LocatedNode | null;
  readonly description?: LocatedNode | null;
  readonly maxSessionDurationSeconds?: LocatedNode | null;
  /** By key. */
  readonly tags?: LocatedNode | null;
  /** By name. */
  readonly inline?: readonly (readonly [name: string, document: LocatedNode])[];
  /** ARNs. */
  readonly attached?: readonly LocatedNode[];
  readonly permissionsBoundary?: LocatedNode | null;
}

/** The role as a document; policies may stand as texts. */
export function toRole({ object, name, arn, referredAs = null, trustPolicy, inline = [], attached = [], ...others }: WrittenRole): Recognition {
  const trust: Part = trustPolicy === null ? { node: null } : decodeDocument(trustPolicy);
  const policies = inline.map(([policy, document]) => ({ policy, part: decodeDocument(document) }));
  const byName = Object.fromEntries(policies.map(({ policy, part }) => [policy, part.node]));
  const node = objectAt(object.place, {
    ...{ trustPolicy: trust.node, ...others },
    policies: policies.length === 0 ? null : objectAt(object.place, byName),
    attachedPolicies: attached.length === 0 ? null : listAt(object.place, attached),
  });
  return {
    documents: [{ kind: "role", name, arn, node, ...(referredAs === null || referredAs === name ? {} : { referredAs }) }],
    passedOver: [{ name: "", node: object, because: "envelope" }],
    faults: [...(trust.faults ?? []), ...policies.flatMap(({ part }) => part.faults ?? [])],
  };
}
