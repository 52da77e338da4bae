/** A scenario that was read, merged, patched and checked: nothing in it can be wrong any more, only unwise. */
import type { AccountId, JsonObject, SourceReference, Step } from "@irsa-sim/core";
import type { SdkId } from "@irsa-sim/sdk-credential-provider";
import type { AppSettings, DriftRule, WorldDescription } from "@irsa-sim/simulation";

/** A Kubernetes object as it goes to the API server. */
export interface AppliedObject {
  /** As the timeline names it. */
  readonly file: string;
  readonly object: JsonObject;
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
export interface LoadedScenario extends WorldDescription {
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
   * @param source `role/NAME`, `role/NAME/trust-policy`, `role/NAME/policy/POLICY`, `user/NAME/policy/POLICY`, `oidc-provider/URL` (without scheme), `bucket/NAME/policy`,
   *   `kms-key/ID/policy`, `organization/service-control-policy/NAME`, `organization/resource-control-policy/NAME`,
   *   `Pod/NAMESPACE/NAME`, `ServiceAccount/NAMESPACE/NAME`, `golden`, `expect`, `timeline`, `timeline/N` (the timeline's action N from 0), `expect/N` (what it expects), `fix`, `fix/expect`
   * @param pointer RFC 6901, into that document; where it leads nowhere, the nearest value above counts
   */
  locate(source: string, pointer: string): SourceReference | null;
}
