/**
 * The variables of a client that runs on this machine as if in a container of the simulated cluster: the container's own, and what each SDK needs to find the simulator.
 * @see real-clients.md, section 1
 */
type Variables = Readonly<Record<string, string>>;

/** A volume of the container, as it is on this machine. */
export interface MirroredVolume {
  /** In the container. */
  readonly mountPath: string;
  /** On this machine. */
  readonly directory: string;
}

/** Where a client without a network of its own finds the simulator; origins, such as `http://127.0.0.1:4566`. */
export interface ClientEndpoints {
  readonly sts: string;
  readonly s3: string;
  readonly iam: string;
  readonly eks: string;
  readonly imds: string;
}

/** What the decision is made from. */
export interface ClientEnvironmentInput {
  /** Of the container, as the webhook left them. */
  readonly container: Variables;
  /** Of whoever starts the client: `PATH`, `HOME` and the like. */
  readonly caller: Variables;
  readonly trust: {
    /** PEM: the authorities of the machine and those of the simulator. */
    readonly bundle: string;
    /** The same as a Java key store. */
    readonly javaKeyStore: string;
  };
  /** What stands in for a network and paths of the client's own; `null` where it has them. */
  readonly outside: {
    readonly endpoints: ClientEndpoints;
    readonly volumes: readonly MirroredVolume[];
    /** A path at which nothing is, for the files that the caller may have in `~/.aws` and a container has not. */
    readonly nowhere: string;
  } | null;
}

/** All at once: nobody reads all, and nobody minds the others'. */
const BUNDLE_VARIABLES = ["AWS_CA_BUNDLE", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "NODE_EXTRA_CA_CERTS"];
const JVM = "JAVA_TOOL_OPTIONS";
/** Of the caller: credentials, settings and proxies that no container has. */
const NOT_IN_A_CONTAINER = /^(aws_.*|(https?|all|no)_proxy)$/i;

/**
 * Decides the variables of a client.
 *
 * @returns all of them; nothing else is to be handed on
 * @example decideClientEnvironment({ container, caller: process.env, trust, outside: null }).AWS_ROLE_ARN
 */
export function decideClientEnvironment({ container, caller, trust, outside }: ClientEnvironmentInput): Variables {
  const own = Object.entries(caller).filter(([name]) => !NOT_IN_A_CONTAINER.test(name));
  const bundles = BUNDLE_VARIABLES.map((name) => [name, trust.bundle] as const);
  return {
    ...Object.fromEntries([...own, ...bundles]),
    [JVM]: [container[JVM] ?? caller[JVM], `-Djavax.net.ssl.trustStore=${trust.javaKeyStore}`].filter((part) => part !== undefined).join(" "),
    ...(outside === null ? {} : outsideVariables(outside)),
    ...withoutKey(outside === null ? container : atDirectories(container, outside.volumes), JVM),
  };
}

/**
 * The clients that the variables do not lead to the simulator, so that they would call AWS itself, and what the reader is told of them.
 * @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html; e2e/clients shows it of those that are installed
 */
export const ESCAPES = [
  "SDK for JavaScript v2: reads no endpoint variable of a service",
  "SDK for Go v1 and for Java v1: read no AWS_ENDPOINT_URL_STS, so they send the token to STS itself",
  "any SDK from before July 2023, such as aws-sdk-core 3.168 for Ruby: it knows no such variables yet",
] as const;

/** What is otherwise with variables alone, and no fault of the simulator. */
export const OUTSIDE_TRAPS = ["AWS CLI: it goes on with credentials that it kept in ~/.aws/cli/cache when it last ran; set another HOME"] as const;

function outsideVariables({ endpoints, nowhere }: NonNullable<ClientEnvironmentInput["outside"]>): Variables {
  return {
    AWS_ENDPOINT_URL_STS: endpoints.sts,
    AWS_ENDPOINT_URL_S3: endpoints.s3,
    AWS_ENDPOINT_URL_IAM: endpoints.iam,
    AWS_ENDPOINT_URL_EKS: endpoints.eks,
    AWS_EC2_METADATA_SERVICE_ENDPOINT: endpoints.imds,
    AWS_CONFIG_FILE: nowhere,
    AWS_SHARED_CREDENTIALS_FILE: nowhere,
  };
}

/** Paths in a volume become those at which it is on this machine. */
function atDirectories(container: Variables, volumes: readonly MirroredVolume[]): Variables {
  const moved = (value: string): string => {
    const volume = volumes.find(({ mountPath }) => value === mountPath || value.startsWith(`${mountPath}/`));
    return volume === undefined ? value : `${volume.directory}${value.slice(volume.mountPath.length)}`;
  };
  return Object.fromEntries(Object.entries(container).map(([name, value]) => [name, moved(value)]));
}

function withoutKey(variables: Variables, key: string): Variables {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => name !== key));
}
