import { cleanLine, type tellRun } from "@irsa-sim/trace-views";
import { UsageError } from "../usage-error.js";
import type { RunFlags } from "./run-flags.js";

/** What is told when a run has no such pod or container: those that it has. */
export function nobodyThere({ stories }: ReturnType<typeof tellRun>, { pod, container }: Pick<RunFlags, "pod" | "container">): UsageError {
  const wanted = [...(pod === undefined ? [] : [`pod "${cleanLine(pod)}"`]), ...(container === undefined ? [] : [`container "${cleanLine(container)}"`])];
  const there = stories.flatMap(({ kind, subject }) =>
    kind === "container" ? [`${subject.cluster === undefined ? "" : `${subject.cluster}/`}${subject.pod} ${subject.container}`] : [],
  );
  return new UsageError(`there is no ${wanted.join(" with a ")} in this run`, {
    hint: there.length === 0 ? "no container ran in it" : `pods and their containers: ${there.slice(0, 8).join(", ")}${there.length > 8 ? " …" : ""}`,
  });
}
