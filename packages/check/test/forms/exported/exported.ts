/** What the aws command line printed of a world, read back, so that it can be written in another form. */
import type { JsonObject } from "@irsa-sim/core";
import type { InputFile } from "../../../src/index.js";
import type { FormRole, Iam } from "../iam.js";
import type { TrustPolicy } from "../world.js";

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
  /** The cluster's. */
  readonly account: string;
  readonly roles: readonly ExportedRole[];
  readonly policies: readonly ExportedPolicy[];
  readonly providers: readonly ExportedProvider[];
  /** All else, such as the cluster and its objects. */
  readonly others: readonly InputFile[];
}

/** A form of exported documents. */
export interface ExportedForm {
  readonly name: string;
  /** Why some cannot be written so; nothing where all can. */
  readonly cannot?: readonly string[];
  /** `null` for what cannot be written so. */
  readonly write: (exported: Exported) => readonly InputFile[] | null;
}

/** Sorts files of JSON by what stands in them. */
export function readExported(files: readonly InputFile[]): Exported {
  const found = files.map((input) => ({ input, value: JSON.parse(input.text) as JsonObject }));
  const isKnown = (value: JsonObject): boolean => "Role" in value || "PolicyDocument" in value || "ClientIDList" in value;
  const [cluster] = found.flatMap(({ value }) => ("cluster" in value ? [value.cluster as unknown as { readonly arn: string }] : []));
  return {
    account: cluster?.arn.split(":")[4] ?? "",
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

/** What is in IAM, as the writers of forms take it. */
export function iamIn({ roles, policies, providers }: Exported): Iam {
  return {
    roles: roles.map((role): FormRole => {
      const trust = { ...role.AssumeRolePolicyDocument, Statement: [role.AssumeRolePolicyDocument.Statement].flat() } as unknown as TrustPolicy;
      const own = ofRole(role, policies).map(({ PolicyName, PolicyDocument }) => ({ name: PolicyName, document: PolicyDocument }));
      return { name: role.RoleName, path: role.Path, maxSessionDuration: role.MaxSessionDuration, trust, policies: own };
    }),
    providers: providers.map(({ Url, ClientIDList }) => ({ url: Url.replace(/^https:\/\//, ""), clientIds: ClientIDList })),
  };
}

/** The policies that stand in a role. */
export function ofRole({ RoleName }: ExportedRole, policies: readonly ExportedPolicy[]) {
  return policies.filter((policy) => policy.RoleName === RoleName).map(({ PolicyName, PolicyDocument }) => ({ PolicyName, PolicyDocument }));
}
