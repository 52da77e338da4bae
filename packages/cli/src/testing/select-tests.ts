import { basename } from "node:path";
import { nearestNames } from "@irsa-sim/core";
import type { TestFlags } from "../commands/test-flags.js";
import { UsageError } from "../usage-error.js";
import type { InvalidScenario } from "./invalid-scenario.js";
import { readLastFailures } from "./last-run.js";
import type { FoundScenario } from "./load-all.js";
import type { Testable } from "./run-tests.js";
import { selectScenarios } from "./select-scenarios.js";

/**
 * The scenarios that the options select, in their order. Nobody knows the tags of an invalid one: options that ask for tags take it.
 *
 * @throws {UsageError} when nothing is left, and that was not allowed
 */
export function selectTests(found: readonly (FoundScenario | InvalidScenario)[], flags: TestFlags): readonly Testable[] {
  const wanted = flags.tag?.wanted ?? [];
  const named = found.map((one) =>
    "error" in one ? { ...one, name: basename(one.folder), tags: wanted } : { ...one, name: one.scenario.name, tags: one.scenario.tags },
  );
  const selected = selectScenarios(named, {
    filter: flags.filter ?? null,
    tags: flags.tag ?? { wanted: [], unwanted: [] },
    failedLastTime: flags.status === "failed" ? (readLastFailures() ?? new Set<string>()) : null,
    shard: flags.shard ?? null,
  });
  if (selected.length > 0 || flags.allowEmpty) return selected;
  const near = [
    ...nearTo(
      [flags.filter?.source ?? ""],
      named.map(({ name }) => name),
    ),
    ...nearTo(
      wanted,
      named.flatMap(({ tags }) => tags),
    ),
  ];
  throw new UsageError(`none of ${found.length} scenarios is selected`, {
    hint: `${near.length === 0 ? "" : `nearest: ${near.join(", ")}\n`}irsa-sim test --list shows what a selection takes; --allow-empty lets it be empty`,
  });
}

function nearTo(written: readonly string[], names: readonly string[]): readonly string[] {
  const known = [...new Set(names)];
  return written.filter((text) => text !== "" && !known.includes(text)).flatMap((text) => nearestNames(text, known));
}
