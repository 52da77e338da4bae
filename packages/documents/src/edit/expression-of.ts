import type { Json } from "@irsa-sim/core";
import { hasInvented } from "./edit-embedded.js";
import type { DocumentPath } from "./find-path.js";
import type { EditedEvaluation, EditedUnknown } from "./text-edit.js";

/** A value and where it is to stand. */
export interface WrittenValue {
  readonly path: DocumentPath["path"];
  readonly value: Json;
  readonly evaluation: EditedEvaluation | undefined;
}

/**
 * A value as it is written at a path: in a template what is not known yet is referred to, so that the file stays right for whatever it comes to.
 *
 * @returns `null` when something that nobody's document says cannot be referred to there
 */
export function expressionOf({ path: [first], value, evaluation }: WrittenValue): Json {
  if (evaluation === undefined) return value;
  const write = first === "Resources" ? asSub : first === "resource" || first === "data" ? asInterpolation : null;
  const written = write === null ? value : mapValues(value, (text) => write(text, evaluation.unknowns));
  return hasInvented([written], evaluation) ? null : written;
}

/** CloudFormation's. */
function asSub(text: string, unknowns: readonly EditedUnknown[]): Json {
  const referred = replaceAll(
    text,
    unknowns.filter(({ name }) => /^[A-Za-z0-9]+(\.[A-Za-z0-9]+)?$/.test(name) && !name.endsWith("Url")),
    (name) => name.replace(/^AWS\./, "AWS::"),
  );
  return referred === text ? text : { "Fn::Sub": referred };
}

/** Terraform's, in whose configuration the name of an unknown is its expression. */
function asInterpolation(text: string, unknowns: readonly EditedUnknown[]): Json {
  return replaceAll(
    text,
    unknowns.filter(({ name }) => /^(var|local|data)\.|^aws_/.test(name)),
    (name) => name,
  );
}

function replaceAll(text: string, unknowns: readonly EditedUnknown[], toName: (name: string) => string): string {
  const [longest, ...others] = [...unknowns].sort((a, b) => b.value.length - a.value.length);
  if (longest === undefined || longest.value === "") return text;
  return text
    .split(longest.value)
    .map((part) => replaceAll(part, others, toName))
    .join(`\${${toName(longest.name)}}`);
}

/** Each text in a value, which may become something else; keys stay. */
function mapValues(value: Json, change: (text: string) => Json): Json {
  if (typeof value === "string") return change(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => mapValues(item as Json, change));
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, mapValues(member as Json, change)]));
}
