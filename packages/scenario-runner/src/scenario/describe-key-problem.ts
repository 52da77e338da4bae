import type { findKeyProblems } from "@irsa-sim/simulation";

type KeyProblem = ReturnType<typeof findKeyProblems>[number];

/** A condition key that sees no value, in a sentence. */
export function describeKeyProblem({ key, reason, actions, nearest }: KeyProblem): string {
  const what = {
    unknown: `is no condition key that AWS documents${nearest === null ? "" : `; perhaps ${nearest}`}`,
    "other-action": `is in no request for ${actions.join(", ")}`,
    "not-simulated": "has no value here: AWS may know one, the simulation does not",
  }[reason];
  return `${key} ${what}`;
}
