/** What an app sees of its SDK. */
import type { FoundOperation, ServiceReference } from "@irsa-sim/aws-reference";
import type { Clock, Files, JsonObject, Network, Random, Span, TlsPolicy } from "@irsa-sim/core";
import type { CredentialHabits } from "./app/credential-habits.js";
import type { ProviderKind } from "./chains/provider-kind.js";
import type { SdkId } from "./chains/sdk-id.js";

/** Where the app runs, and what it was built with. */
export interface SdkClientOptions {
  readonly sdk: SdkId;
  /** The container's. */
  readonly environment: Readonly<Record<string, string>>;
  /** As the container sees them. */
  readonly files: Files;
  readonly network: Network;
  /** The public roots that the image trusts. */
  readonly tls: TlsPolicy;
  readonly clock: Clock;
  readonly random: Random;
  /** The profile that the app names in code, or `--profile`. */
  readonly profile?: string;
  /** The region that the app gives its client in code. */
  readonly region?: string;
  /** Java's and Kotlin's, by name. */
  readonly systemProperties?: Readonly<Record<string, string>>;
  /** Whether the app ships the module with the STS client, where that is one of its own; `true` when absent. */
  readonly hasStsModule?: boolean;
  /** Whether the SDK is new enough for EKS Pod Identity's address; `true` when absent. */
  readonly knowsPodIdentity?: boolean;
  /** The HTTP clients that Java finds on its class path; one, which is meant when absent, is what a client without one of its own can choose. */
  readonly httpClients?: readonly string[];
  /** The release of the SDK; the one whose chain stands here when absent. */
  readonly sdkVersion?: string;
  /** The providers that the app names in place of the default chain, in its order; each stands for all links of the kind. */
  readonly providers?: readonly ProviderKind[];
  /** How an app that makes the exchange in its own code comes by the token; absent where the SDK's chain does it. */
  readonly webIdentityToken?: OwnToken;
  /** The container's; Linux when absent. On Windows `files` takes paths such as `C:\\dir\\file`. */
  readonly os?: "linux" | "windows";
  /** Network hops to the node's link-local services: 2 from a pod's own network, which is meant when absent, 1 from the node's. */
  readonly hopsToNode?: number;
  /** What the app does about its credentials by itself. */
  readonly habits?: CredentialHabits;
}

/** What an app does that gives its client the web identity provider, or STS the token, by its own code. */
export interface OwnToken {
  /** A path that stands in the code; the variable's when absent. */
  readonly file?: string;
  /** What is sent as the token: what the file holds, or, by mistake, the path. */
  readonly sends: "content" | "path";
}

/** A call that the app makes. */
export type SdkCall = ObjectCall | ServiceCall;

/** S3's GetObject. */
export interface ObjectCall {
  readonly action: "s3:GetObject";
  readonly bucket: string;
  readonly key: string;
}

/** Any operation of any service. */
export interface ServiceCall {
  /** Without the service's prefix: `GetSecretValue`. */
  readonly action: string;
  readonly service: ServiceReference;
  readonly operation: FoundOperation;
  /** ARN of what the call is meant for; what the parameters name when absent. */
  readonly resource?: string;
  readonly parameters: JsonObject;
  /** Whether the parameter `Body` is uploaded in parts, instead of the operation itself; not so when absent. */
  readonly inParts?: boolean;
}

/** What the service said, when it was the service that refused. */
export interface WireError {
  readonly code: string;
  readonly status: number;
  readonly message: string;
}

/** An error as the SDK raises it. */
export interface SdkError {
  /** The service's code, or a local one such as `ENOENT`. */
  readonly code: string;
  /** Class of the exception as the SDK's program sees it, such as `botocore.exceptions.ClientError`; those of all causes, outermost first, where a program sees them so; the exit code for a command. */
  readonly type?: string | readonly string[];
  /** As this SDK prints it. */
  readonly message: string;
  readonly wire: WireError | null;
}

/** How a call came out; a refusal is a result, not an exception. */
export type SdkCallResult = { readonly ok: true; readonly status: number; readonly body: string } | { readonly ok: false; readonly error: SdkError };

/** A service client that keeps its credentials as long as the SDK would. */
export interface SdkClient {
  call(call: SdkCall, span: Span): Promise<SdkCallResult>;
}

/** Credentials as the SDK holds them. */
export interface SdkCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Absent for long-lived keys. */
  readonly sessionToken?: string;
  /** Milliseconds since the epoch; absent for keys that do not expire. */
  readonly expiresAt?: number;
}
