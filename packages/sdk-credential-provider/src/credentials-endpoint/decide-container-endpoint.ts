const LOOPBACK_NAMES = ["localhost", "[::1]"];
/** Hosts that an SDK sends its authorization to without TLS, beside loopback: ECS's address, and EKS Pod Identity's two. */
const PLAIN_HOSTS = ["169.254.170.2", "169.254.170.23", "[fd00:ec2::23]"];
const ECS = "http://169.254.170.2";

/** What an SDK makes of the environment's URL. */
export interface ContainerEndpointRules {
  /** Which variable counts when both are set. */
  readonly first: "relative" | "full";
  /** Whether the SDK is new enough for EKS Pod Identity; an older one allows loopback only. */
  readonly knowsPodIdentity: boolean;
}

/**
 * Which credentials endpoint the environment names.
 * Differs from the SDKs in the text of a new one, which is our own; that of an old one is Go's (failures.md, rank 30).
 *
 * @returns `null` when neither is set
 */
export function decideContainerEndpoint(
  environment: Readonly<Record<string, string>>,
  { first, knowsPodIdentity }: ContainerEndpointRules,
): { readonly url: string } | { readonly error: string } | null {
  const relative = environment.AWS_CONTAINER_CREDENTIALS_RELATIVE_URI || "";
  const full = environment.AWS_CONTAINER_CREDENTIALS_FULL_URI || "";
  if (relative !== "" && (first === "relative" || full === "")) return { url: `${ECS}${relative}` };
  if (full === "") return null;
  if (!URL.canParse(full)) return { error: `${full} is not a URL` };
  const { protocol, hostname } = new URL(full);
  if (!knowsPodIdentity && !isLoopback(hostname)) return { error: `invalid endpoint host, "${hostname}", only loopback hosts are allowed.` };
  const isAllowed = protocol === "https:" || (protocol === "http:" && (PLAIN_HOSTS.includes(hostname) || isLoopback(hostname)));
  return isAllowed ? { url: full } : { error: `${hostname} is not valid for container credentials: https, loopback, ECS or EKS hosts only` };
}

function isLoopback(hostname: string): boolean {
  return LOOPBACK_NAMES.includes(hostname) || /^127(\.\d+){3}$/.test(hostname);
}
