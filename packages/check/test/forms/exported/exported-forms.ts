/** Forms in which the documents of a played world are written: IAM's part in each, the cluster's as kubectl prints it. */
import { stringify } from "yaml";
import type { InputFile } from "../../../src/index.js";
import { file, json } from "../form.js";
import { accountOf, type Exported, type ExportedForm, ofRole } from "./exported.js";
import { WRITTEN_FORMS } from "./written-forms.js";

export const EXPORTED_FORMS: readonly ExportedForm[] = [
  { name: "kubectl and aws", write: ({ roles, policies, providers, others }) => [...others, ...answers({ roles, policies, providers })] },
  {
    name: "list-roles, percent-encoded",
    write: ({ roles, policies, providers, others }) => [
      ...others,
      ...answers({ roles: [], policies, providers }),
      json("roles.json", {
        Roles: roles.map((role) => ({ ...role, AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(role.AssumeRolePolicyDocument)) })),
      }),
    ],
  },
  {
    name: "get-account-authorization-details",
    write: ({ roles, policies, providers, others }) => [
      ...others,
      ...answers({ roles: [], policies: [], providers }),
      ...[...new Set(roles.map(accountOf))].map((account) =>
        json(`${account}/details.json`, {
          RoleDetailList: roles
            .filter((role) => accountOf(role) === account)
            .map((role) => ({ ...role, RolePolicyList: ofRole(role, policies), AttachedManagedPolicies: [] })),
        }),
      ),
    ],
  },
  { name: "a state of Terraform", write: (exported) => [...exported.others, json("state.json", { ...SHOWN, values: { root_module: rootModule(exported) } })] },
  {
    name: "a plan of Terraform",
    write: (exported) => [
      ...exported.others,
      json("plan.json", { ...SHOWN, planned_values: { root_module: rootModule(exported) }, configuration: { root_module: { resources: [] } } }),
    ],
  },
  { name: "CloudFormation in JSON", write: (exported) => [...exported.others, json("template.json", { Resources: resources(exported) })] },
  {
    name: "CloudFormation in YAML",
    write: (exported) => [
      ...exported.others,
      file("template.yaml", stringify({ Resources: resources(exported) }, { lineWidth: 0, aliasDuplicateObjects: false })),
    ],
  },
  {
    name: "objects as YAML documents",
    write: ({ roles, policies, providers, others }) => [...others.map(asYaml), ...answers({ roles, policies, providers })],
  },
  ...WRITTEN_FORMS,
];

const SHOWN = { format_version: "1.0", terraform_version: "1.9.0" };

function answers({ roles, policies, providers }: Pick<Exported, "roles" | "policies" | "providers">): readonly InputFile[] {
  return [
    ...roles.map((Role) => json(`role-${accountOf(Role)}-${Role.RoleName}.json`, { Role })),
    ...policies.map((policy) => json(`policy-${policy.RoleName}-${policy.PolicyName}.json`, policy)),
    ...providers.map((provider, index) => json(`provider-${index}.json`, provider)),
  ];
}

function rootModule({ roles, policies, providers }: Exported) {
  const resource = (type: string, index: number, values: unknown) => ({ address: `${type}.r${index}`, mode: "managed", type, name: `r${index}`, values });
  return {
    resources: [
      ...roles.map((role, index) =>
        resource("aws_iam_role", index, {
          ...{ name: role.RoleName, path: role.Path, arn: role.Arn, max_session_duration: role.MaxSessionDuration, permissions_boundary: "" },
          assume_role_policy: JSON.stringify(role.AssumeRolePolicyDocument),
        }),
      ),
      ...policies.map(({ RoleName, PolicyName, PolicyDocument }, index) =>
        resource("aws_iam_role_policy", index, { name: PolicyName, role: RoleName, policy: JSON.stringify(PolicyDocument) }),
      ),
      ...providers.map(({ Url, ClientIDList, ThumbprintList }, index) =>
        resource("aws_iam_openid_connect_provider", index, { url: Url, client_id_list: ClientIDList, thumbprint_list: ThumbprintList }),
      ),
    ],
  };
}

function resources({ roles, policies, providers }: Exported) {
  return Object.fromEntries([
    ...roles.map((role, index) => [
      `Role${index}`,
      {
        Type: "AWS::IAM::Role",
        Properties: {
          ...{ RoleName: role.RoleName, Path: role.Path, MaxSessionDuration: role.MaxSessionDuration, AssumeRolePolicyDocument: role.AssumeRolePolicyDocument },
          Policies: ofRole(role, policies),
        },
      },
    ]),
    ...providers.map(({ Url, ClientIDList, ThumbprintList }, index) => [
      `Provider${index}`,
      { Type: "AWS::IAM::OIDCProvider", Properties: { Url, ClientIdList: ClientIDList, ThumbprintList } },
    ]),
  ]);
}

/** The items of kubectl's list as documents, and other answers as they are. */
function asYaml(input: InputFile): InputFile {
  const value = JSON.parse(input.text) as { readonly kind?: string; readonly items?: readonly unknown[] };
  if (value.kind !== "List" || value.items === undefined) return input;
  const documents = value.items.map((item) => stringify(item, { version: "1.1", lineWidth: 0, aliasDuplicateObjects: false }));
  return file(input.file.replace(/\.json$/, ".yaml"), documents.join("---\n"));
}
