import { parseDuration } from "@irsa-sim/core/schema";
import { createProblemList, formatProblem, parseFile, toJson } from "@irsa-sim/documents";
import { readFault } from "../live/read-fault.js";
import { UsageError } from "../usage-error.js";

/** A fault, and when it begins. */
export interface PlannedFault {
  readonly name: string;
  /** What the fault's own schema let through. */
  readonly written: unknown;
  /** After the command was started, in the simulation's time. */
  readonly afterMs: number;
}

const FORM = /^([a-z-]+)(?:@([^=]+))?(?:=(.*))?$/s;

/**
 * Reads one `--fault`: the fault's name as in a scenario, perhaps from when on, perhaps its settings as YAML in one line.
 *
 * @throws {UsageError} for an unknown fault, and for settings that it does not take
 * @example parseFault("unreachable@30s={ host: sts.eu-west-1.amazonaws.com }")
 */
export function parseFault(text: string): PlannedFault {
  const [, name = "", from = "0s", settings = "true"] = FORM.exec(text) ?? [];
  const afterMs = parseDuration(from);
  if (afterMs === null) throw new UsageError(`--fault ${text}: "${from}" is no duration such as 30s or 5m`);
  return { name, written: readFault(name, readYaml(text, settings), `--fault ${text}`), afterMs };
}

function readYaml(text: string, settings: string): unknown {
  const problems = createProblemList((found) => new UsageError(`--fault ${text}: ${found.map(formatProblem).join("\n")}`));
  const [tree] = parseFile({ file: "--fault", text: settings, dialect: "core" }, problems);
  problems.throwIfAny();
  return tree === undefined ? null : toJson(tree);
}
