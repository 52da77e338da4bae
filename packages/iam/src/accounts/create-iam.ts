import type { AccountId, Clock, Partition, Random } from "@irsa-sim/core";
import type { StoredPolicy } from "../evaluation/stored-policy.js";
import type { Account, Guardrails, Iam, Quotas, User } from "./account.js";
import { findRoleIn } from "./find-role-in.js";
import { createSecretAccessKey } from "./identifiers/create-secret-access-key.js";
import { createUniqueId } from "./identifiers/create-unique-id.js";
import { iamArn } from "./identifiers/iam-arn.js";
import { createSeenLater } from "./propagation/seen-later.js";
import type { TimedAccount } from "./propagation/timed-account.js";
import { TimedMap } from "./propagation/timed-map.js";
import type { VpcEndpoint } from "./vpc-endpoint.js";

/** What the accounts are made with. */
export interface IamOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** Account ids that exist, each with an administrator user `developer`. */
  readonly accounts: readonly string[];
  /** Of all accounts; `aws` where absent. */
  readonly partition?: Partition;
  /** AWS's own defaults where absent. */
  readonly quotas?: Partial<Quotas>;
  /** The policies that somebody attached in the organization of all accounts, beside AWS's own that allow everything; absent for accounts of no organization. */
  readonly organization?: {
    /** `o-exampleorgid` where absent. */
    readonly id?: string;
    readonly serviceControlPolicies: readonly StoredPolicy[];
    readonly resourceControlPolicies: readonly StoredPolicy[];
  };
  /** Through which the accounts' networks reach services; none when absent. */
  readonly vpcEndpoints?: readonly VpcEndpoint[];
  /** How long a change takes to reach the other services; at once when absent. */
  readonly propagationMs?: number;
}

/** IAM's own side. */
export interface IamAccounts extends Iam {
  readonly accounts: ReadonlyMap<string, Account>;
  /** What STS, S3 and others read. */
  readonly seenByServices: Iam;
  /** Lets all that is there count as having been there for ever. */
  settle(): void;
}

const DEFAULT_QUOTAS: Quotas = { trustPolicyCharacters: 2048, oidcProviders: 100 };

/**
 * Creates empty accounts.
 *
 * @throws {Error} when an account id is not twelve digits
 * @example createIam({ clock, random, accounts: ["111122223333"] }).account("111122223333")?.users.get("developer")
 */
export function createIam(options: IamOptions): IamAccounts {
  const { clock, random, accounts: ids, partition = "aws", quotas, organization, vpcEndpoints = [], propagationMs = 0 } = options;
  const accounts = new Map(
    ids.map((id) => [
      id,
      createAccount(id, {
        partition,
        clock,
        propagationMs,
        random: random.stream(id),
        quotas: { ...DEFAULT_QUOTAS, ...quotas },
        guardrails: guardrailsOf(organization),
        organizationId: organization === undefined ? null : (organization.id ?? "o-exampleorgid"),
      }),
    ]),
  );
  const iam: Iam = {
    account: (id) => accounts.get(id) ?? null,
    findRole: (arn) => findRoleIn(accounts.values(), arn),
    findUser: (accessKeyId) => findUser(accounts.values(), accessKeyId),
    findVpcEndpoint: (id) => vpcEndpoints.find((endpoint) => endpoint.id === id) ?? null,
    unseenChange: () => null,
  };
  return {
    ...iam,
    accounts,
    seenByServices: propagationMs === 0 ? iam : createSeenLater({ ...iam, accounts, clock, delayMs: propagationMs }),
    settle() {
      for (const { oidcProviders, roles, policies } of accounts.values()) for (const entities of [oidcProviders, roles, policies]) entities.settle();
    },
  };
}

/** AWS attaches them to every organization that uses the kind of policy. */
const FULL_ACCESS: Readonly<Record<"FullAWSAccess" | "RCPFullAWSAccess", StoredPolicy["document"]>> = {
  FullAWSAccess: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] },
  RCPFullAWSAccess: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }] },
};

/** Differs from AWS Organizations in that all policies are attached to one level, and FullAWSAccess cannot be taken away. */
function guardrailsOf(organization: IamOptions["organization"]): Guardrails {
  if (organization === undefined) return { serviceControlPolicies: null, resourceControlPolicies: null };
  const own = (name: keyof typeof FULL_ACCESS): StoredPolicy => ({ source: `organization/${name}`, document: FULL_ACCESS[name] });
  return {
    serviceControlPolicies: [own("FullAWSAccess"), ...organization.serviceControlPolicies],
    resourceControlPolicies: [own("RCPFullAWSAccess"), ...organization.resourceControlPolicies],
  };
}

interface AccountParts {
  readonly partition: Partition;
  readonly clock: Clock;
  readonly propagationMs: number;
  readonly random: Random;
  readonly quotas: Quotas;
  readonly guardrails: Guardrails;
  readonly organizationId: string | null;
}

function createAccount(id: string, { partition, clock, propagationMs, random, quotas, guardrails, organizationId }: AccountParts): TimedAccount {
  if (!/^\d{12}$/.test(id)) throw new Error(`an account id has twelve digits: ${id}`);
  const developer = createAdministrator("developer", { partition, id: id as AccountId }, random);
  const users = new Map([[developer.name, developer]]);
  const remembered = <T>(): TimedMap<string, T> => new TimedMap(clock, propagationMs);
  return {
    ...{ id: id as AccountId, partition, quotas, guardrails, organizationId },
    ...{ oidcProviders: remembered(), roles: remembered(), policies: remembered(), users },
  };
}

function createAdministrator(name: string, account: Pick<Account, "partition" | "id">, random: Random): User {
  const document = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
  return {
    arn: iamArn(account, `user/${name}`),
    id: createUniqueId("AIDA", account.id, random),
    name,
    accessKeyId: createUniqueId("AKIA", account.id, random),
    secretAccessKey: createSecretAccessKey(random),
    policies: [{ source: `user/${name}/policy/administrator-access`, document }],
  };
}

function findUser(accounts: Iterable<Account>, accessKeyId: string): User | null {
  for (const { users } of accounts) {
    for (const user of users.values()) if (user.accessKeyId === accessKeyId) return user;
  }
  return null;
}
