import type { JsonObject } from "@irsa-sim/core";
import type { IamOptions } from "@irsa-sim/iam";
import type { WorldDescription } from "../../world-description.js";

/** The guardrails as IAM is made with them; nothing for accounts of no organization. */
export function organizationOptions({ organization }: WorldDescription["aws"]): Pick<IamOptions, "organization"> {
  if (organization === null) return {};
  return {
    organization: {
      id: organization.id,
      serviceControlPolicies: stored("service-control-policy", organization.serviceControlPolicies),
      resourceControlPolicies: stored("resource-control-policy", organization.resourceControlPolicies),
    },
  };
}

function stored(kind: string, policies: Readonly<Record<string, JsonObject>>) {
  return Object.entries(policies).map(([name, document]) => ({ source: `organization/${kind}/${name}`, document }));
}
