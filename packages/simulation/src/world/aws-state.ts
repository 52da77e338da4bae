import type { Bucket } from "@irsa-sim/fake-s3";
import type { Account, IamAccounts } from "@irsa-sim/iam";

/** What clients can change of an account. */
export type AccountState = Pick<Account, "oidcProviders" | "roles" | "policies" | "users">;

/** What clients can change in AWS: plain values in maps, as they are now. Who keeps a world from one start to the next reads it, and puts it back. */
export interface AwsState {
  /** By id. */
  readonly accounts: ReadonlyMap<string, AccountState>;
  /** By name. */
  readonly buckets: ReadonlyMap<string, Bucket>;
}

/** The state of AWS's services. */
export interface AwsStateAccess {
  read(): AwsState;
  /** Puts a state in the place of what is there; accounts that are not there stay away. */
  restore(state: AwsState): void;
}

const PARTS = ["oidcProviders", "roles", "policies", "users"] as const;

/** Reads and restores the state of IAM and S3, which are given as they keep it. */
export function accessAwsState(iam: IamAccounts, buckets: Map<string, Bucket>): AwsStateAccess {
  return {
    read: () => ({
      accounts: new Map([...iam.accounts].map(([id, { oidcProviders, roles, policies, users }]) => [id, { oidcProviders, roles, policies, users }])),
      buckets,
    }),
    restore(state) {
      for (const [id, account] of iam.accounts) {
        const before = state.accounts.get(id);
        if (before !== undefined) for (const part of PARTS) refill<unknown>(account[part] as Map<string, unknown>, before[part]);
      }
      refill(buckets, state.buckets);
      iam.settle();
    },
  };
}

function refill<Value>(map: Map<string, Value>, values: ReadonlyMap<string, Value>): void {
  map.clear();
  for (const [key, value] of values) map.set(key, value);
}
