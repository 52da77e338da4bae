/** What the aws command line printed of a world, read back, so that it can be written in another form. */
import type { JsonObject } from "@irsa-sim/core";
import type { InputFile } from "../../../src/index.js";

/** A role of `get-role`. */
export interface ExportedRole {
  readonly RoleName: string;
  readonly Path: string;
  readonly Arn: string;
  readonly MaxSessionDuration: number;
  readonly AssumeRolePolicyDocument: JsonObject;
}

/** An answer of `get-role-policy`. */
export interface ExportedPolicy {
  readonly RoleName: string;
  readonly PolicyName: string;
  readonly PolicyDocument: JsonObject;
}

/** An answer of `get-open-id-connect-provider`. */
export interface ExportedProvider {
  readonly Url: string;
  readonly ClientIDList: readonly string[];
  readonly ThumbprintList: readonly string[];
}

/** Documents by what they are. */
export interface Exported {
  readonly roles: readonly ExportedRole[];
  readonly policies: readonly ExportedPolicy[];
  readonly providers: readonly ExportedProvider[];
  /** All else, such as the cluster and its objects. */
  readonly others: readonly InputFile[];
}

/** Sorts files of JSON by what stands in them. */
export function readExported(files: readonly InputFile[]): Exported {
  const found = files.map((input) => ({ input, value: JSON.parse(input.text) as JsonObject }));
  const isKnown = (value: JsonObject): boolean => "Role" in value || "PolicyDocument" in value || "ClientIDList" in value;
  return {
    roles: found.flatMap(({ value }) => ("Role" in value ? [value.Role as unknown as ExportedRole] : [])),
    policies: found.flatMap(({ value }) => ("PolicyDocument" in value ? [value as unknown as ExportedPolicy] : [])),
    providers: found.flatMap(({ value }) => ("ClientIDList" in value ? [value as unknown as ExportedProvider] : [])),
    others: found.flatMap(({ input, value }) => (isKnown(value) ? [] : [input])),
  };
}

/** A role's account. */
export function accountOf({ Arn }: ExportedRole): string {
  return Arn.split(":")[4] ?? "";
}
