import type { CallOutcome } from "./call-outcome.js";
import type { SdkRequestHandler } from "./sdk/sdk-request-handler.js";

/** How the app of a pod is built, as far as it differs from the default; all that a `call` of a scenario's timeline knows. */
export interface AppSettings {
  /** The AWS SDK, such as `go-v2`; `js-v3` when left out. */
  readonly sdk?: string;
  readonly [setting: string]: unknown;
}

/** A running container of a pod, as the app in it sees it. */
export interface SimulatedPod {
  readonly namespace: string;
  /** The pod's own name, also where it was asked for by that of its workload. */
  readonly name: string;
  /**
   * The container's variables, with what the webhook put in. The paths among them are the container's: `readFile` reads them, this machine's disk has none of it.
   *
   * @throws {PodError} `ERR_LIBRARY_POD` while the container does not run
   */
  readonly environment: Readonly<Record<string, string>>;
  /**
   * Sends what a client of the AWS SDK for JavaScript v3 sends to the simulator, without a socket.
   *
   * @example new S3Client({ region: "eu-west-1", credentials, requestHandler: simulation.pod("my-pod").requestHandler })
   */
  readonly requestHandler: SdkRequestHandler;
  /**
   * What a file holds, as text.
   *
   * @throws {FileError} `ENOENT`, `EACCES` and the like, as the app would meet them
   * @throws {PodError} `ERR_LIBRARY_POD` while the container does not run
   */
  readFile(path: string): string;
  /**
   * The web identity token that an SDK in the container would send now.
   *
   * @throws {FileError} as by `readFile`
   * @throws {PodError} `ERR_LIBRARY_POD` while the container does not run, or has no token
   */
  readToken(): string;
  /**
   * Lets an app that is built with an AWS SDK call AWS from this pod; the SDK, its chain of credential providers and what it keeps are the simulator's own.
   *
   * @param action such as `s3:GetObject`, or `secretsmanager:GetSecretValue`
   * @param parameters as the API calls them
   * @throws {ActionError} `ERR_ACTION_INVALID`
   * @example const { principal, failure } = await pod.call("s3:GetObject", { Bucket: "my-bucket", Key: "hello.txt" }, { sdk: "go-v2" });
   */
  call(action: string, parameters?: Readonly<Record<string, unknown>>, app?: AppSettings): Promise<CallOutcome>;
}
