/** Hosts that an SDK sends its authorization to without TLS: loopback, ECS's address, and EKS Pod Identity's two. */
const PLAIN_HOSTS = ["localhost", "169.254.170.2", "169.254.170.23", "[fd00:ec2::23]", "[::1]"];
const ECS = "http://169.254.170.2";

/**
 * Which credentials endpoint the environment names.
 * Differs from SDKs older than Pod Identity, which allow loopback only (failures.md, rank 30); the text is our own.
 *
 * @param first which variable counts when both are set
 * @returns `null` when neither is set
 */
export function decideContainerEndpoint(
  environment: Readonly<Record<string, string>>,
  first: "relative" | "full",
): { readonly url: string } | { readonly error: string } | null {
  const relative = environment.AWS_CONTAINER_CREDENTIALS_RELATIVE_URI || "";
  const full = environment.AWS_CONTAINER_CREDENTIALS_FULL_URI || "";
  if (relative !== "" && (first === "relative" || full === "")) return { url: `${ECS}${relative}` };
  if (full === "") return null;
  if (!URL.canParse(full)) return { error: `${full} is not a URL` };
  const { protocol, hostname } = new URL(full);
  const isAllowed = protocol === "https:" || (protocol === "http:" && (PLAIN_HOSTS.includes(hostname) || /^127(\.\d+){3}$/.test(hostname)));
  return isAllowed ? { url: full } : { error: `${hostname} is not valid for container credentials: https, loopback, ECS or EKS hosts only` };
}
