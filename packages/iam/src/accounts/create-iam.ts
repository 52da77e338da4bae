import type { AccountId, Arn, Clock, Random } from "@irsa-sim/core";
import type { Account, Iam, Quotas, Role, User } from "./account.js";
import { createSecretAccessKey } from "./identifiers/create-secret-access-key.js";
import { createUniqueId } from "./identifiers/create-unique-id.js";

/** What the accounts are made with. */
export interface IamOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** Account ids that exist, each with an administrator user `developer`. */
  readonly accounts: readonly string[];
  /** AWS's own defaults where absent. */
  readonly quotas?: Partial<Quotas>;
}

const DEFAULT_QUOTAS: Quotas = { trustPolicyCharacters: 2048 };

/**
 * Creates empty accounts.
 *
 * @throws {Error} when an account id is not twelve digits
 * @example createIam({ clock, random, accounts: ["111122223333"] }).account("111122223333")?.users.get("developer")
 */
export function createIam({ random, accounts: ids, quotas }: IamOptions): Iam & { readonly accounts: ReadonlyMap<string, Account> } {
  const accounts = new Map(ids.map((id) => [id, createAccount(id, { random: random.stream(id), quotas: { ...DEFAULT_QUOTAS, ...quotas } })]));
  return {
    accounts,
    account: (id) => accounts.get(id) ?? null,
    findRole: (arn) => findRole(accounts.values(), arn),
    findUser: (accessKeyId) => findUser(accounts.values(), accessKeyId),
  };
}

function createAccount(id: string, { random, quotas }: { readonly random: Random; readonly quotas: Quotas }): Account {
  if (!/^\d{12}$/.test(id)) throw new Error(`an account id has twelve digits: ${id}`);
  const developer = createAdministrator("developer", id, random);
  const users = new Map([[developer.name, developer]]);
  return { id: id as AccountId, quotas, oidcProviders: new Map(), roles: new Map(), policies: new Map(), users };
}

function createAdministrator(name: string, accountId: string, random: Random): User {
  const document = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
  return {
    arn: `arn:aws:iam::${accountId}:user/${name}` as Arn,
    id: createUniqueId("AIDA", accountId, random),
    name,
    accessKeyId: createUniqueId("AKIA", accountId, random),
    secretAccessKey: createSecretAccessKey(random),
    policies: [{ source: `user/${name}/policy/administrator-access`, document }],
  };
}

function findRole(accounts: Iterable<Account>, arn: string): Role | null {
  for (const { roles } of accounts) {
    for (const role of roles.values()) if (role.arn === arn) return role;
  }
  return null;
}

function findUser(accounts: Iterable<Account>, accessKeyId: string): User | null {
  for (const { users } of accounts) {
    for (const user of users.values()) if (user.accessKeyId === accessKeyId) return user;
  }
  return null;
}
