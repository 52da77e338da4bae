import type { EpochMillis } from "@irsa-sim/core";
import type { KeyMaterial } from "@irsa-sim/simulation";

/** A call that the workloads make once they have credentials. */
export interface CheckedCall {
  /** Such as `s3:GetObject`. */
  readonly action: string;
  /** ARN of what it is about. */
  readonly resource: string;
}

/** What was seen of a running container. */
export interface Evidence {
  /** Claims of its token; `null` when none was given. */
  readonly token: { readonly file: string; readonly issuer: string | null; readonly subject: string | null } | null;
  /** Its variables; `null` when they were not given. */
  readonly environment: ReadonlyMap<string, string> | null;
  /** The error that it met; `null` when none was given. */
  readonly error: string | null;
}

/** What is checked of the documents, and how it is played. */
export interface CheckOptions {
  /** Only what the credentials are for is asked when there is none. */
  readonly calls: readonly CheckedCall[];
  /** The AWS SDK of the workloads, such as `go-v2`; `null` when nobody said it. */
  readonly sdk: string | null;
  /** Its release; `null` for a current one. */
  readonly sdkVersion: string | null;
  /** Only workloads of this name, `NAME` or `KIND/NAME`; all when `null`. */
  readonly workload: string | null;
  /** Only this namespace, which is also that of manifests that name none; all when `null`. */
  readonly namespace: string | null;
  /** The cluster of all workloads, by its name; the documents say it when `null`. */
  readonly cluster: string | null;
  readonly evidence: Evidence;
  /** How well an error that was met fits what a service says in a played call: 0 when it says something else; only its very words fit when absent. */
  readonly likenessOf?: (met: string, message: string) => number;
  readonly seed: string;
  readonly startAt: EpochMillis;
  readonly keys: KeyMaterial;
}
