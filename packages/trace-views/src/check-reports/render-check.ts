import type { CheckReport, ContainerCheck, Finding, SourceReference, WorkloadCheck } from "@irsa-sim/core";
import { failureLines } from "../blocks/failure-block.js";
import { cleanTexts } from "../text/clean-texts.js";
import { labelled } from "../text/layout.js";
import type { ViewOptions } from "../view-options.js";

const VALUE_COLUMN = 12;

/** What a check found: first whether all works, then each workload, then what to beware of and what was assumed. Ends with a newline. */
export function renderCheck(checked: CheckReport, { width, palette }: Pick<ViewOptions, "width" | "palette">): string {
  const report = cleanTexts(checked);
  const row = (label: string, text: string): readonly string[] => labelled(palette.strong(label), text, { indent: 1, column: VALUE_COLUMN, width });
  const blocks: readonly (readonly string[])[] = [
    row(report.verdict === "works" ? palette.good("Works") : palette.bad("Broken"), summaryOf(report)),
    ...report.workloads.map((workload) => workloadLines(workload)),
    report.warnings.flatMap(({ cause, message, fix, file, line, breaksAt }) => [
      ...row(
        "Beware",
        `${palette.accent(cause)}: ${message}${breaksAt === "never" ? "" : ` (breaks ${breaksAt === "today" ? "today" : `at the next ${breaksAt}`})`}`,
      ),
      ...row("Fix", file === null ? fix : `${file}${line === null ? "" : `:${line}`}: ${fix}`),
    ]),
    report.assumptions.flatMap(({ message }) => row("Assumed", message)),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;

  function workloadLines(workload: WorkloadCheck): readonly string[] {
    const { kind, namespace, name, from, serviceAccount, role, verdict, containers } = workload;
    const mark = verdict === "works" ? palette.good("✔") : palette.bad("✘");
    return [
      ...labelled(mark, `${palette.strong(`${kind} ${namespace}/${name}`)}  ${palette.quiet(placeOf(from))}`, { indent: 1, column: 3, width }),
      ...row("Runs as", `${serviceAccount}, ${role === null ? "which names no role" : `whose role is ${role}`}`),
      ...containers.flatMap((container) => containerLines(container, containers.length > 1)),
    ];
  }

  function containerLines({ names, failure, steps }: ContainerCheck, isOneOfMany: boolean): readonly string[] {
    const which = isOneOfMany ? row(names.length === 1 ? "Container" : "Containers", names.join(", ")) : [];
    if (failure === null) return isOneOfMany ? [...which, ...row("", palette.good("gets the role's credentials"))] : [];
    const { expected, actual, expectedFrom, actualFrom } = failure;
    const compared = expected === null || actual === null ? null : { expected: findingOf(expected, expectedFrom), actual: findingOf(actual, actualFrom) };
    return [
      ...which,
      ...row("Step", `${failure.step}  ${steps.find(({ step }) => step === failure.step)?.title ?? ""}`),
      ...failureLines(failure, compared, { width, palette }),
    ];
  }
}

function summaryOf({ verdict, workloads }: CheckReport): string {
  if (workloads.length === 0) return "no workload stands in the files, so nothing was played";
  const broken = workloads.filter((workload) => workload.verdict === "broken").length;
  if (verdict === "works")
    return workloads.length === 1 ? "the workload gets its role's credentials" : `all ${workloads.length} workloads get their roles' credentials`;
  return workloads.length === 1
    ? "the workload does not get to AWS as its role"
    : `${broken} of ${workloads.length} workloads do not get to AWS as their roles`;
}

function findingOf(value: string, from: SourceReference | null): Finding {
  return from === null ? { value } : { value, from };
}

function placeOf({ file, line, column }: SourceReference): string {
  return [file, line, column].filter((part) => part !== undefined).join(":");
}
