/** Validation of environment variables: from where one is taken, and what each source demands. */
import { type FieldProblem, invalid, required } from "../../field-problem.js";
import type { EnvFromSource, EnvVar, FileKeySelector, KeySelector } from "../../types/container.js";
import { findFormatProblems } from "../formats/find-format-problems.js";
import { configKey, variableName } from "../formats/keys.js";
import { asPrefix, dnsLabel, dnsSubdomain } from "../formats/names.js";
import { findBackstepProblems } from "../formats/paths.js";
import { findFieldRefProblems, findResourceRefProblems, VARIABLE_FIELDS } from "./find-field-ref-problems.js";

const ONE_OF = "must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`";
const ONE_OF_ALL = "must specify one of: `configMapRef` or `secretRef`";
const MORE_THAN_ONE = "may not have more than one field specified at a time";

/** Problems of a container's variables. */
export function* findEnvProblems(variables: readonly EnvVar[], field: string): Generator<FieldProblem> {
  for (const [index, { name = "", value = "", valueFrom }] of variables.entries()) {
    const place = `${field}[${index}]`;
    if (name === "") yield required(`${place}.name`);
    else yield* findFormatProblems(variableName, `${place}.name`, name);
    if (valueFrom !== undefined) yield* findValueFromProblems(valueFrom, value, `${place}.valueFrom`);
  }
}

function* findValueFromProblems(valueFrom: NonNullable<EnvVar["valueFrom"]>, value: string, field: string): Generator<FieldProblem> {
  const { fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef } = valueFrom;
  if (fieldRef !== undefined) yield* findFieldRefProblems(fieldRef, VARIABLE_FIELDS, `${field}.fieldRef`);
  if (resourceFieldRef !== undefined) yield* findResourceRefProblems(resourceFieldRef, { isInVolume: false }, `${field}.resourceFieldRef`);
  if (configMapKeyRef !== undefined) yield* findKeyProblems(configMapKeyRef, `${field}.configMapKeyRef`);
  if (secretKeyRef !== undefined) yield* findKeyProblems(secretKeyRef, `${field}.secretKeyRef`);
  if (fileKeyRef !== undefined) yield* findFileKeyProblems(fileKeyRef, `${field}.fileKeyRef`);
  const sources = [fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef].filter((source) => source !== undefined);
  if (sources.length === 0) yield invalid(field, "", ONE_OF);
  else if (value !== "") yield invalid(field, "", "may not be specified when `value` is not empty");
  else if (sources.length > 1) yield invalid(field, "", MORE_THAN_ONE);
}

function* findKeyProblems({ name = "", key = "" }: KeySelector, field: string): Generator<FieldProblem> {
  yield* findFormatProblems(dnsSubdomain, `${field}.name`, name);
  if (key === "") yield required(`${field}.key`);
  else yield* findFormatProblems(configKey, `${field}.key`, key);
}

function* findFileKeyProblems({ volumeName = "", path = "", key = "" }: FileKeySelector, field: string): Generator<FieldProblem> {
  if (key === "") yield required(`${field}.key`);
  else yield* findFormatProblems(variableName, `${field}.key`, key);
  if (volumeName === "") yield required(`${field}.volumeName`);
  else yield* findFormatProblems(dnsLabel, `${field}.volumeName`, volumeName);
  if (path === "") yield required(`${field}.path`);
  else yield* findBackstepProblems(path, `${field}.path`);
}

/** Problems of variables that are taken all at once. */
export function* findEnvFromProblems(sources: readonly EnvFromSource[], field: string): Generator<FieldProblem> {
  for (const [index, { prefix = "", configMapRef, secretRef }] of sources.entries()) {
    const place = `${field}[${index}]`;
    yield* findFormatProblems(variableName, `${place}.prefix`, prefix);
    if (configMapRef !== undefined) yield* findReferenceProblems(configMapRef.name ?? "", `${place}.configMapRef.name`);
    if (secretRef !== undefined) yield* findReferenceProblems(secretRef.name ?? "", `${place}.secretRef.name`);
    if (configMapRef === undefined && secretRef === undefined) yield invalid(field, "", ONE_OF_ALL);
    if (configMapRef !== undefined && secretRef !== undefined) yield invalid(field, "", MORE_THAN_ONE);
  }
}

function* findReferenceProblems(name: string, field: string): Generator<FieldProblem> {
  if (name === "") yield required(field);
  else yield* findFormatProblems(asPrefix(dnsSubdomain), field, name);
}
