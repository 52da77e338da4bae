/** Families of SDKs that go on to the next provider when web identity fails; the others tell their caller. */
const GOES_ON = ["js-v2", "java-v1", "java-v2", "php", "kotlin", "cpp"];
const JAVA = ["java-v1", "java-v2"];

/** Causes that can only be where an SDK of these families is. */
const ONLY_WITH: Readonly<Record<string, readonly string[]>> = {
  "sts-module-missing": [...JAVA, "dotnet"],
  "java-chain-swallows-error": JAVA,
  "cli-cached-credentials": ["python"],
};

/** Causes that a call as the node's role can only have where the chain goes on after a failure. */
const ONLY_BEHIND_FAILURE = ["fallback-hides-failure", "sts-throttled", "nonroot-token-unreadable", "sts-module-missing", "ca-bundle-missing", "egress-proxy"];

/** What is known of who printed a message. */
export interface Printer {
  /** The family of SDKs, such as `go-v1`; `null` when that is not known. */
  readonly sdk: string | null;
  /** Whether the message is about a call that was made as the node's role. */
  readonly isOfNode: boolean;
}

/** Whether a cause can be behind a message that an SDK printed. */
export function fitsSdk(cause: string, { sdk, isOfNode }: Printer): boolean {
  if (sdk === null) return true;
  if (ONLY_WITH[cause]?.includes(sdk) === false) return false;
  return !isOfNode || GOES_ON.includes(sdk) || !ONLY_BEHIND_FAILURE.includes(cause);
}

/** Whether a cause is one that people meet with this SDK above all: its reports are all of its family, or of those that go on. */
export function isTypicalOf(cause: string, { sdk, isOfNode }: Printer): boolean {
  if (sdk === null) return false;
  return ONLY_WITH[cause]?.includes(sdk) === true || (isOfNode && cause === "fallback-hides-failure" && GOES_ON.includes(sdk));
}
