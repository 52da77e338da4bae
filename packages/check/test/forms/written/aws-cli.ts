/** What the aws command line prints of a world. */
import type { InputFile } from "../../../src/index.js";
import { type Form, json } from "../form.js";
import { roleArnOf, type World } from "../world.js";
import { manifests } from "./manifests.js";

/** `aws eks describe-cluster`. */
export function describedCluster({ account, region, issuer, version }: World): InputFile {
  return json("cluster.json", {
    cluster: { name: "prod", version, arn: `arn:aws:eks:${region}:${account}:cluster/prod`, identity: { oidc: { issuer: `https://${issuer}` } } },
  });
}

function provider({ providerUrl, clientIds }: World): InputFile {
  return json("provider.json", { Url: providerUrl, ClientIDList: clientIds, ThumbprintList: [], CreateDate: "2025-03-04T10:11:12+00:00" });
}

export const AWS_CLI: readonly Form[] = [
  {
    name: "kubectl and aws",
    write: (world) => [
      manifests(world),
      describedCluster(world),
      provider(world),
      ...world.identities.map((identity, index) =>
        json(`role-${index}.json`, {
          Role: {
            Path: identity.role.path,
            RoleName: identity.role.name,
            Arn: roleArnOf(world, identity),
            AssumeRolePolicyDocument: identity.role.trust,
            MaxSessionDuration: 3600,
          },
        }),
      ),
    ],
  },
  {
    name: "list-roles, percent-encoded",
    write: (world) => [
      manifests(world),
      describedCluster(world),
      provider(world),
      json("roles.json", {
        Roles: world.identities.map((identity) => ({
          Path: identity.role.path,
          RoleName: identity.role.name,
          Arn: roleArnOf(world, identity),
          AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(identity.role.trust)),
        })),
      }),
    ],
  },
];
