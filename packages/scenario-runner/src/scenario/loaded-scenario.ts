/** A scenario that was read, merged, patched and checked: nothing in it can be wrong any more, only unwise. */
import type { AccountId, IssuerUrl, JsonObject, SourceReference, Step } from "@irsa-sim/core";
import type { SdkId } from "@irsa-sim/sdk-credential-provider";
import type { TokenTampering } from "../faults/token-tampered.js";

/** A role to be created in IAM. */
export interface ScenarioRole {
  readonly path: string;
  readonly trustPolicy: JsonObject;
  /** Permission policies by name. */
  readonly policies: Readonly<Record<string, JsonObject>>;
  readonly maxSessionDurationSeconds: number;
}

/** An OIDC provider to be created in IAM. */
export interface ScenarioOidcProvider {
  /** With `https://`. */
  readonly url: string;
  readonly clientIds: readonly string[];
  /** `null`: computed from the issuer's certificate chain. */
  readonly thumbprints: readonly string[] | null;
}

/** Something that a scenario breaks. */
export type Fault = { readonly name: "kubelet-stopped" } | { readonly name: "token-tampered"; readonly parameters: TokenTampering };

/** One thing that happens. */
export type TimelineAction =
  | { readonly kind: "apply"; readonly objects: readonly { readonly object: JsonObject }[] }
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
    }
  | { readonly kind: "advance"; readonly durationMs: number }
  | { readonly kind: "fault"; readonly fault: Fault };

/** How a run should come out; what is left out is not compared. */
export interface Expectation {
  readonly outcome: "succeeded" | "refused";
  readonly step?: Step | undefined;
  readonly error?: { readonly code?: string | undefined; readonly status?: number | undefined; readonly message?: string | undefined } | undefined;
  readonly cause?: string | undefined;
  readonly check?: string | undefined;
  readonly expected?: string | undefined;
  readonly actual?: string | undefined;
}

/** A scenario, ready to run. */
export interface LoadedScenario {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly issuerUrl: IssuerUrl;
  readonly cluster: { readonly name: string; readonly region: string; readonly node: string; readonly instanceId: string };
  readonly webhook: { readonly region: string; readonly stsRegionalEndpoints: boolean };
  readonly aws: {
    readonly account: AccountId;
    readonly oidcProviders: readonly ScenarioOidcProvider[];
    readonly roles: Readonly<Record<string, ScenarioRole>>;
    readonly nodeRole: { readonly name: string; readonly policies: Readonly<Record<string, JsonObject>> };
    /** Bucket to key to content. */
    readonly buckets: Readonly<Record<string, Readonly<Record<string, string>>>>;
  };
  readonly timeline: readonly TimelineAction[];
  readonly expect: Expectation;
  /**
   * Where a value was written, after patches; `null` when no file says it.
   *
   * @param source `role/NAME/trust-policy`, `role/NAME/policy/POLICY`, `oidc-provider/URL`, `Pod/NAMESPACE/NAME`, `ServiceAccount/NAMESPACE/NAME`
   * @param pointer RFC 6901, into that document
   */
  locate(source: string, pointer: string): SourceReference | null;
}
