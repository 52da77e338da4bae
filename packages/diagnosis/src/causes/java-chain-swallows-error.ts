import { type Cause, lastNote } from "../cause.js";
import { webIdentityFailure } from "../credential-search.js";
import { isNodeRoleRefused } from "../node-role.js";

const CODE = "SeveralHttpClients";
const FIX = "leave one HTTP client on the class path or name the one to take; name the web identity provider alone, so that such errors show";

const EDITS = [{ source: "call", pointer: "/app/httpClients", value: [] }];

/** failures.md, rank 33. */
export const javaChainSwallowsError: Cause = {
  id: "java-chain-swallows-error",
  rank: "mistaken",
  met: "often",
  title: "Java finds several HTTP clients, so web identity fails and the chain goes on in silence",
  see: "Only at DEBUG: Unable to load credentials from WebIdentityTokenCredentialsProvider(): Multiple HTTP implementations were found on the classpath.; visible error is the node role's AccessDenied",
  why: "The provider throws, the chain continues.",
  prove: [
    "mvn dependency:tree | grep -e apache-client -e url-connection-client -e netty-nio-client -e aws-crt-client",
    "set the log level of software.amazon.awssdk.auth to DEBUG and look for: Unable to load credentials from WebIdentityTokenCredentialsProvider()",
    "kubectl exec -n NAMESPACE POD -- aws sts get-caller-identity",
  ],
  sources: [
    "https://github.com/aws/aws-sdk-java-v2/issues/3555",
    "https://github.com/aws/aws-sdk-java-v2/issues/3896",
    "https://github.com/aws/aws-sdk-java-v2/pull/3897",
    "https://github.com/apache/iceberg/issues/6715",
    "https://github.com/awslabs/aws-glue-schema-registry/issues/288",
    "https://github.com/aws/aws-sdk-java-v2/issues/4583",
    "https://github.com/aws/aws-sdk-java-v2/pull/3917",
  ],
  explain(symptom) {
    const failure = isNodeRoleRefused(symptom) ? webIdentityFailure(symptom.events) : null;
    if (failure?.code !== CODE) return null;
    return {
      because: `the provider of web identity needs an HTTP client of its own and found more than one (${failure.reason}); the chain went on to the node's role`,
      fix: FIX,
      edits: EDITS,
    };
  },
  explainOwnError({ told, events }) {
    if (told.code !== CODE) return null;
    return {
      because:
        `web identity failed: ${told.message} ${lastNote(events, "sdk.providers-in-code") === null ? "" : "The app names this provider alone, so the error shows"}`.trim(),
      fix: FIX,
      edits: EDITS,
    };
  },
};
