import { parseDuration } from "@irsa-sim/core/schema";
import { createProblemList, formatProblem, parseFile, toJson } from "@irsa-sim/documents";
import { FAULT_SHAPE } from "@irsa-sim/simulation";
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
  const shape = FAULT_SHAPE[name];
  if (shape === undefined) throw new UsageError(`--fault ${text}: no such fault`, { hint: `one of: ${Object.keys(FAULT_SHAPE).join(", ")}` });
  const afterMs = parseDuration(from);
  if (afterMs === null) throw new UsageError(`--fault ${text}: "${from}" is no duration such as 30s or 5m`);
  const parsed = shape.safeParse(readYaml(text, settings));
  if (parsed.success) return { name, written: parsed.data, afterMs };
  const found = parsed.error.issues.map(({ path, message }) => `  ${path.length === 0 ? name : path.join(".")}: expected ${message}`);
  throw new UsageError([`--fault ${text}: ${name} does not take this`, ...found].join("\n"), { hint: `as in a scenario: --fault '${name}={ host: … }'` });
}

function readYaml(text: string, settings: string): unknown {
  const problems = createProblemList((found) => new UsageError(`--fault ${text}: ${found.map(formatProblem).join("\n")}`));
  const [tree] = parseFile({ file: "--fault", text: settings, dialect: "core" }, problems);
  problems.throwIfAny();
  return tree === undefined ? null : toJson(tree);
}
