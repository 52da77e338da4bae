import type { MistakeFinder } from "../trust-policy-mistake.js";

/** A provider that does not accept the audience of EKS tokens. */
export const findUnregisteredClientId: MistakeFinder = ({ pointer }, { clientIds, audience }) =>
  clientIds.includes(audience)
    ? []
    : [
        {
          mistake: "unregistered-client-id",
          pointer: `${pointer}/Principal/Federated`,
          expected: `a provider with client id ${audience}`,
          actual: clientIds.join(", ") || "no client ids",
          fix: `add ${audience} to the provider's client ids`,
        },
      ];
