/** What a scenario names, read into its tree: policies and providers, manifests, and the managed policies that its roles need. */
import { changeEach, changeMember, type FileReader, type ProblemList } from "@irsa-sim/documents";
import { isAwsManagedPolicy } from "@irsa-sim/simulation";
import { readManifests, type WithManifests } from "./read-manifests.js";
import { readPolicies } from "./read-policies.js";
import { resolveManagedPolicies } from "./resolve-managed-policies.js";
import type { Substitution } from "./variables.js";

/** What is loaded with. */
export interface Loading {
  readonly substitution: Substitution;
  readonly reader: FileReader;
  readonly problems: ProblemList;
}

/** The scenario with the files that it names and that are not yet read. */
export function readFiles({ scenario, manifests }: WithManifests, { reader, problems }: Loading): WithManifests {
  return readManifests({ scenario: readPolicies(scenario, { reader, problems }), manifests }, reader, problems);
}

/** The scenario with the managed policies that its roles name; after the last patch, which may bring a policy or take it away. */
export function resolvePolicies(world: WithManifests, { reader, problems, substitution }: Loading): WithManifests {
  const { account = "", region = "" } = substitution.variables;
  const sources = { isAwsManaged: (arn: string) => isAwsManagedPolicy(arn, region), documents: reader.documents(), problems };
  const scenario = changeMember(world.scenario, "aws", (aws) =>
    changeMember(resolveManagedPolicies(aws, account, sources), "accounts", (accounts) =>
      changeEach(accounts, (further, id) => resolveManagedPolicies(further, id, sources)),
    ),
  );
  return { ...world, scenario };
}
