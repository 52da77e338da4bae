import type { JsonObject } from "@irsa-sim/core";
import type { DocumentNotice } from "@irsa-sim/documents";
import { findServiceKeyProblems } from "@irsa-sim/simulation";
import { describeKeyProblem } from "./describe-key-problem.js";
import { findCallNotices } from "./find-call-notices.js";
import type { LoadedScenario } from "./loaded-scenario.js";

/**
 * What is to be noticed of calls, and of conditions for services that only answer, beside what loading noticed: their descriptions are read for it, so it takes a moment
 * where a policy has such conditions, and none where it has not.
 */
export async function findServiceKeyNotices(scenario: LoadedScenario): Promise<readonly DocumentNotice[]> {
  const found = await Promise.all(
    policiesOf(scenario).map(async ([source, document]) =>
      (await findServiceKeyProblems(document)).map((problem) => ({ message: describeKeyProblem(problem), at: scenario.locate(source, problem.pointer) })),
    ),
  );
  return found
    .flat()
    .concat(await findCallNotices(scenario))
    .flatMap(({ message, at }) => (at?.line === undefined || at.column === undefined ? [] : [{ file: at.file, line: at.line, column: at.column, message }]));
}

/** Each policy for the actions of an identity, by the name under which it is located. */
function policiesOf({ aws, cluster }: LoadedScenario): readonly (readonly [source: string, document: JsonObject])[] {
  const accounts = [aws, ...aws.accounts.values()];
  const named = (prefix: string, policies: Readonly<Record<string, JsonObject>>) =>
    Object.entries(policies).map(([name, document]) => [`${prefix}/${name}`, document] as const);
  return [
    ...accounts.flatMap(({ roles, managedPolicies }) => [
      ...named("policy", managedPolicies),
      ...Object.entries(roles).flatMap(([name, { policies, permissionsBoundary }]) => [
        ...named(`role/${name}/policy`, policies),
        ...(typeof permissionsBoundary === "object" && permissionsBoundary !== null ? [[`policy/${name}-boundary`, permissionsBoundary] as const] : []),
      ]),
    ]),
    ...named(`role/${aws.nodeRole.name}/policy`, aws.nodeRole.policies),
    ...Object.entries(aws.users).flatMap(([name, { policies }]) => named(`user/${name}/policy`, policies)),
    ...named("organization/service-control-policy", aws.organization?.serviceControlPolicies ?? {}),
    ...cluster.network.vpcEndpoints.flatMap(({ service, policy }) => (policy === undefined ? [] : [[`vpc-endpoint/${service}/policy`, policy] as const])),
  ];
}
