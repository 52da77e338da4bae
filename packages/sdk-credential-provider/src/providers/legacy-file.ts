import type { ChainLink } from "../chains/chain.js";
import { localError } from "../load-error.js";
import { setVariables } from "./set-variables.js";

/**
 * Key files of the time before shared profiles.
 * Differs from botocore, which reads them: what they hold is not read here, so a container that has one is refused.
 */
export function legacyFile({
  name,
  variable,
  places,
  reason,
}: {
  readonly name: string;
  readonly variable: string;
  readonly places: readonly string[];
  readonly reason: string;
}): ChainLink {
  return {
    name,
    kind: "legacy-file",
    onError: "fail",
    ask: async ({ environment, files }) => {
      const inputs = setVariables(environment, [variable]);
      const found = [environment[variable] ?? "", ...places.map((place) => place.replace(/^~/, environment.HOME || "/root"))].find(
        (path) => path !== "" && files.stat(path) !== null,
      );
      if (found === undefined) return { verdict: "skip", reason, inputs };
      return {
        verdict: "error",
        inputs: [...inputs, found],
        isFinal: true,
        error: localError("NotSimulated", `${name} would read ${found}, which is not simulated`, { isOfSimulator: true }),
      };
    },
  };
}
