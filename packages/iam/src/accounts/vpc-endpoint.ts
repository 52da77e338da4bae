import type { AccountId } from "@irsa-sim/core";
import type { StoredPolicy } from "../evaluation/stored-policy.js";

/** A VPC endpoint, through which requests reach a service without the internet. */
export interface VpcEndpoint {
  /** `vpce-0a1b2c3d4e5f60718`. */
  readonly id: string;
  /** `vpc-0a1b2c3d4e5f60718`. */
  readonly vpcId: string;
  /** Of the account that owns it. */
  readonly accountId: AccountId;
  /** `eu-west-1`. */
  readonly region: string;
  /** `null` for AWS's own, which allows everything. */
  readonly policy: StoredPolicy | null;
}
