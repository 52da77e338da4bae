import type { Cause } from "../cause.js";
import { isNodeRoleRefused, lastStoredPod } from "../node-role.js";

const PAIR = ["AWS_ROLE_ARN", "AWS_WEB_IDENTITY_TOKEN_FILE"] as const;

/** failures.md, rank 40. */
export const halfDefinedEnv: Cause = {
  id: "half-defined-env",
  title: "The pod sets one of the two variables, so the webhook added neither",
  explain(symptom) {
    const containers = isNodeRoleRefused(symptom) ? (lastStoredPod(symptom.events)?.spec.containers ?? []) : [];
    for (const { name, env = [] } of containers) {
      const present = PAIR.filter((variable) => env.some((one) => one.name === variable));
      const [own] = present;
      if (own === undefined || present.length === PAIR.length) continue;
      const missing = PAIR.find((variable) => variable !== own);
      return {
        because: `container ${name} brings ${own} itself; the webhook then leaves both alone, so ${missing} is missing and the SDK went on to the node's role`,
        fix: `take ${own} out of the container's env, or set both and mount the token yourself; then create the pod again`,
      };
    }
    return null;
  },
};
