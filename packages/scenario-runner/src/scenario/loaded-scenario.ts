/** A scenario that was read, merged, patched and checked: nothing in it can be wrong any more, only unwise. */
import type { AccountId, IssuerUrl, JsonObject, SourceReference, Step } from "@irsa-sim/core";
import type { CredentialHabits, OwnToken, ProviderKind, SdkId } from "@irsa-sim/sdk-credential-provider";
import type { DriftRule } from "../controller/decide-drift.js";

/** A role to be created in IAM. */
export interface ScenarioRole {
  readonly path: string;
  readonly trustPolicy: JsonObject;
  /** Permission policies by name. */
  readonly policies: Readonly<Record<string, JsonObject>>;
  readonly maxSessionDurationSeconds: number;
  readonly tags: Readonly<Record<string, string>>;
}

/** A user who is there from the beginning. */
export interface ScenarioUser {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Permission policies by name. */
  readonly policies: Readonly<Record<string, JsonObject>>;
}

/** An OIDC provider to be created in IAM. */
export interface ScenarioOidcProvider {
  /** With `https://`. */
  readonly url: string;
  readonly clientIds: readonly string[];
  /** `null`: computed from the issuer's certificate chain. */
  readonly thumbprints: readonly string[] | null;
}

/** What is special about a bucket. */
export interface BucketSettings {
  readonly account: AccountId;
  readonly policy: JsonObject | null;
  /** Id of a key of `kmsKeys`; `null` for S3's own. */
  readonly kmsKey: string | null;
}

/** A Kubernetes object as it goes to the API server. */
export interface AppliedObject {
  /** As the timeline names it. */
  readonly file: string;
  readonly object: JsonObject;
}

/** A file that an entry point copies; both are paths in the container. */
export interface FileCopy {
  readonly from: string;
  readonly to: string;
  /** Written behind what was copied. */
  readonly append?: string | undefined;
}

/** What an app has beside its container. */
export interface AppSettings {
  /** Contents by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
  readonly systemProperties: Readonly<Record<string, string>>;
  readonly profile?: string | undefined;
  readonly region?: string | undefined;
  readonly hasStsModule: boolean;
  readonly httpClients: readonly string[];
  readonly sdkVersion?: string | undefined;
  /** Instead of the SDK's default chain. */
  readonly credentials?: readonly ProviderKind[] | undefined;
  readonly webIdentityToken?: OwnToken | undefined;
  readonly copies: readonly FileCopy[];
  readonly knowsPodIdentity: boolean;
  /** User id of the process, in no group but its own; the container's user and groups when absent. */
  readonly user?: number | undefined;
  readonly hostNetwork: boolean;
  /** How long the runtime remembers where a path's links led; `null` for not at all. */
  readonly realpathCacheMs: number | null;
  readonly habits: CredentialHabits;
  /** Whether the image has the roots of public certificates. */
  readonly trustsPublicRoots: boolean;
  /** Whether the app asks instance metadata for its region before it creates a client. */
  readonly regionFromNode: boolean;
}

/** A role or an OIDC provider that is created, changed or deleted while time goes on. */
export interface IamChange {
  readonly kind: "iam";
  /** The scenario's first when absent. */
  readonly account?: AccountId | undefined;
  readonly role?: string | undefined;
  /** With `https://`. */
  readonly oidcProvider?: string | undefined;
  readonly delete?: true | undefined;
  readonly trustPolicy?: JsonObject | undefined;
  /** `null` takes one away. */
  readonly policies?: Readonly<Record<string, JsonObject | null>> | undefined;
  readonly clientIds?: readonly string[] | undefined;
  readonly thumbprints?: readonly string[] | undefined;
}

/** An event of the trace that is waited for; all that is said must be true of it. */
export interface AwaitedEvent {
  readonly step?: Step | undefined;
  /** Name of the exchange. */
  readonly exchange?: string | undefined;
  /** Name of the note. */
  readonly note?: string | undefined;
}

/** One thing that happens. */
export type TimelineAction =
  | { readonly kind: "apply"; readonly objects: readonly AppliedObject[] }
  | { readonly kind: "reconcile"; readonly objects: readonly AppliedObject[]; readonly everyMs: number; readonly compares: DriftRule }
  | {
      readonly kind: "call";
      readonly pod: string;
      readonly namespace: string;
      /** `null` for the pod's first. */
      readonly container: string | null;
      readonly sdk: SdkId;
      readonly action: "s3:GetObject";
      readonly bucket: string;
      readonly key: string;
      /** `null` for once. */
      readonly everyMs: number | null;
      readonly app: AppSettings;
    }
  | { readonly kind: "exit"; readonly namespace: string; readonly pod: string; readonly container: string }
  /** `container` is `null` for the pod's first. */
  | { readonly kind: "read"; readonly namespace: string; readonly pod: string; readonly container: string | null; readonly file: string }
  /** `pod` is `null` for the kubelet. */
  | { readonly kind: "restart"; readonly pod: { readonly namespace: string; readonly pod: string; readonly container: string | null } | null }
  | { readonly kind: "rotate-issuer-key"; readonly publish: boolean; readonly keepOld: boolean }
  | IamChange
  | { readonly kind: "delete"; readonly objectKind: string; readonly namespace: string; readonly name: string }
  /** `until` is `null` for the whole duration. */
  | { readonly kind: "advance"; readonly durationMs: number; readonly until: AwaitedEvent | null }
  /** `written` is what the schema of the fault of this name let through. */
  | { readonly kind: "fault"; readonly name: string; readonly written: unknown }
  /** What must be so by now; a refusal just before it that is expected does not end the run. */
  | { readonly kind: "expect"; readonly expect: Expectation };

/** A container's place; `container` is undefined for the pod's first. */
interface ExpectedContainer {
  readonly namespace?: string | undefined;
  readonly container?: string | undefined;
}

/** How a run should come out, or stand in between; what is left out is not compared. */
export interface Expectation {
  readonly outcome?: "succeeded" | "refused" | undefined;
  readonly step?: Step | undefined;
  readonly error?: { readonly code?: string | undefined; readonly status?: number | undefined; readonly message?: string | undefined } | undefined;
  readonly cause?: string | undefined;
  readonly check?: string | undefined;
  /** ARN of the caller that the resource saw; `*` for a part that chance makes. */
  readonly principal?: string | undefined;
  readonly expected?: string | undefined;
  readonly actual?: string | undefined;
  readonly pod?:
    | (ExpectedContainer & {
        readonly name: string;
        readonly running?: boolean | undefined;
        /** How often so far. */
        readonly created?: number | undefined;
        /** `null` for a variable that is not set. */
        readonly environment?: Readonly<Record<string, string | null>> | undefined;
      })
    | undefined;
  readonly token?: (ExpectedContainer & { readonly pod: string; readonly claims?: JsonObject | undefined }) | undefined;
  /** Ids of causes, in order of the alphabet. */
  readonly warnings?: readonly string[] | undefined;
  /** Parts of events; empty for an empty trail. */
  readonly cloudTrail?: readonly JsonObject[] | undefined;
}

/** What a scenario teaches; shown by the stepper and the page. */
export interface Lesson {
  readonly story: string | null;
  readonly question: string | null;
  readonly hints: readonly string[];
  /** The answer. */
  readonly reveal: string | null;
}

/** A scenario, ready to run. */
export interface LoadedScenario {
  /** With the cell in brackets, where there is one. */
  readonly name: string;
  /** Which cell of its matrix this is, such as `sdk=go-v2`; `null` without a matrix. */
  readonly cell: string | null;
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  /** Whether there must be a golden trace. */
  readonly golden: boolean;
  /** The scenario that this one is based on, as the file names it. */
  readonly base: string | null;
  readonly issuer: {
    readonly flavour: "eks" | "self-hosted";
    /** Where the documents are, as those who register the provider know it. */
    readonly url: IssuerUrl;
    /** `--service-account-issuer`. */
    readonly inTokens: IssuerUrl;
    readonly inDocument: string;
    readonly isPublic: boolean;
  };
  readonly cluster: {
    readonly name: string;
    /** Kubernetes' minor version, such as `1.29`. */
    readonly version?: string;
    readonly region: string;
    /** 32 upper-case hex characters. */
    readonly issuerId: string;
    readonly node: string;
    readonly nodeOs?: "linux" | "windows";
    readonly instanceId: string;
    readonly instanceMetadata?: { readonly endpoint?: "enabled" | "disabled"; readonly tokens?: "required" | "optional"; readonly hopLimit?: number };
    /** What the node is: an instance of EC2, which is meant when absent, or one of Fargate's, without metadata and without a role. */
    readonly compute?: "ec2" | "fargate";
    /** What answers pods that ask for metadata, in its place. */
    readonly metadataAgent?: "kiam";
    readonly network?: {
      readonly internet?: boolean;
      readonly vpcEndpoints?: readonly ("sts" | "s3")[];
      /** `host:port`. */
      readonly proxy?: string;
      readonly clusterDns?: "answers" | "silent";
      /** A duration such as `10s`. */
      readonly sidecarReadyAfter?: string;
    };
    readonly maxTokenExpirationSeconds?: number;
    /** Seconds ahead; negative behind. */
    readonly clockSkews?: { readonly app?: number; readonly sts?: number; readonly issuer?: number; readonly node?: number };
  };
  readonly webhook: {
    readonly absent: boolean;
    readonly region: string;
    readonly stsRegionalEndpoints: boolean;
    /** As on its command line. */
    readonly flags: readonly string[];
    /** As `cluster.version`. */
    readonly kubernetesVersion?: string | undefined;
    readonly containerCredentials: readonly { readonly namespace: string; readonly serviceAccount: string }[];
  };
  readonly aws: {
    readonly account: AccountId;
    readonly oidcProviders: readonly ScenarioOidcProvider[];
    readonly roles: Readonly<Record<string, ScenarioRole>>;
    /** Of other clusters, which were there before. */
    readonly otherOidcProviders: number;
    readonly users: Readonly<Record<string, ScenarioUser>>;
    /** Further accounts by id, in the order of the file. */
    readonly accounts: ReadonlyMap<AccountId, Pick<LoadedScenario["aws"], "oidcProviders" | "roles">>;
    readonly sts: {
      /** `null` for no limit. */
      readonly rateLimit: { readonly calls: number; readonly perMs: number } | null;
      /** Where the account has not activated it. */
      readonly inactiveRegions: readonly string[];
    };
    /** `absent` for a node without a role. */
    readonly nodeRole: { readonly absent: boolean; readonly name: string; readonly policies: Readonly<Record<string, JsonObject>> };
    /** AWS's own defaults where absent. */
    readonly quotas: { readonly trustPolicyCharacters?: number; readonly oidcProviders?: number };
    /** Until STS and S3 see a change in IAM. */
    readonly propagationSeconds: number;
    /** Policies by name; `null` for an account of no organization. */
    readonly organization: {
      readonly serviceControlPolicies: Readonly<Record<string, JsonObject>>;
      readonly resourceControlPolicies: Readonly<Record<string, JsonObject>>;
    } | null;
    /** By id; `policy` is `null` for the one that AWS gives a new key. */
    readonly kmsKeys: Readonly<Record<string, { readonly account: AccountId; readonly policy: JsonObject | null }>>;
    /** By bucket; absent where nothing is special. */
    readonly bucketSettings: Readonly<Record<string, BucketSettings>>;
    /** Bucket to key to content. */
    readonly buckets: Readonly<Record<string, Readonly<Record<string, string>>>>;
  };
  /** How many of each pod. */
  readonly replicas: number;
  readonly timeline: readonly TimelineAction[];
  readonly expect: Expectation;
  readonly lesson: Lesson | null;
  /** What makes the scenario succeed: addresses and the values to merge in there, and how it then comes out. */
  readonly fix: { readonly patch: JsonObject; readonly expect: Expectation } | null;
  /**
   * Where a value was written, after patches; `null` when no file says it.
   *
<<<<<<< HEAD
   * @param source `role/NAME`, `role/NAME/trust-policy`, `role/NAME/policy/POLICY`, `user/NAME/policy/POLICY`, `oidc-provider/URL` (without scheme), `bucket/NAME/policy`,
   *   `kms-key/ID/policy`, `organization/service-control-policy/NAME`, `organization/resource-control-policy/NAME`,
   *   `Pod/NAMESPACE/NAME`, `ServiceAccount/NAMESPACE/NAME`, `expect`, `expect/N` (the timeline's action N from 0), `fix`, `fix/expect`
=======
   * @param source `role/NAME`, `role/NAME/trust-policy`, `role/NAME/policy/POLICY`, `oidc-provider/URL` (without scheme),
   *   `Pod/NAMESPACE/NAME`, `ServiceAccount/NAMESPACE/NAME`, `golden`, `expect`, `expect/N` (the timeline's action N from 0), `fix`, `fix/expect`
>>>>>>> runner
   * @param pointer RFC 6901, into that document; where it leads nowhere, the nearest value above counts
   */
  locate(source: string, pointer: string): SourceReference | null;
}
