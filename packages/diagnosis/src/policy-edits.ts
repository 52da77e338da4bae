import type { Edit } from "@irsa-sim/core";
import type { DecidedLayer } from "./authorization-details.js";

/**
 * A policy of its own that allows one action, beside those that a role has.
 *
 * @param roleArn of the role, or of a session of it
 */
export function allowEdits(roleArn: string, { action, resource }: { readonly action: string; readonly resource: string }): readonly Edit[] {
  const parts = roleArn.split("/");
  const name = roleArn.includes(":assumed-role/") ? parts[1] : parts.at(-1);
  if (name === undefined || !/:(assumed-)?role\//.test(roleArn)) return [];
  const policy = `allow-${action.replace(/[^A-Za-z0-9]+/g, "-")}`;
  const document = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: action, Resource: resource }] };
  return [{ source: `role/${name}`, pointer: `/policies/${policy}`, value: document }];
}

/** One more statement in the policy that has the last word in a layer; none where the layer has no statement to tell it by. */
export function grantIn(
  { decision }: DecidedLayer,
  { action, resource, isOfResource = false }: { readonly action: string; readonly resource: string; readonly isOfResource?: boolean },
): readonly Edit[] {
  const [statement] = decision.statements;
  if (statement === undefined) return [];
  const grant = { Effect: "Allow", ...(isOfResource ? { Principal: "*" } : {}), Action: action, Resource: resource };
  return [{ source: statement.policy, pointer: "/Statement/-", value: grant }];
}
