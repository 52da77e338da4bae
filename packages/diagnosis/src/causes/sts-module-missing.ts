import type { Cause, Explanation } from "../cause.js";
import { webIdentityFailure } from "../credential-search.js";
import { isNodeRoleRefused } from "../node-role.js";

const CODE = "StsModuleMissing";
const FIX = "add the SDK's STS module to the app: sts or aws-java-sdk-sts in Java, AWSSDK.SecurityToken in .NET";

const EDITS = [{ source: "call", pointer: "/app/hasStsModule", value: true }];

/** failures.md, rank 7. */
export const stsModuleMissing: Cause = {
  id: "sts-module-missing",
  rank: "missing",
  met: "everywhere",
  title: "The app does not ship the SDK's module for STS",
  see: "To use assume role profiles the aws-java-sdk-sts module must be on the class path.; To use web identity tokens, the 'sts' service module must be on the class path.; Assembly AWSSDK.SecurityToken could not be found or loaded. This assembly must be available at runtime to use Amazon.Runtime.AssumeRoleAWSCredentials.",
  why: "Java and .NET load the STS client by reflection; it is an optional dependency.",
  prove: [
    "list the app's libraries: kubectl exec -n NAMESPACE POD -- ls /app | grep -i -e sts -e SecurityToken",
    "turn on the SDK's debug log: the text stands there when the chain goes on",
    "kubectl exec -n NAMESPACE POD -- aws sts get-caller-identity",
  ],
  sources: [
    "https://github.com/awslabs/amazon-kinesis-client-python/pull/210",
    "https://github.com/camunda/connectors/pull/3782",
    "https://github.com/atleon/atleon/issues/382",
    "https://github.com/Yelp/nrtsearch/pull/620",
    "https://github.com/awspring/spring-cloud-aws/issues/215",
    "https://github.com/aws/aws-sdk-net/issues/2473",
    "https://github.com/aws/aws-sdk-net/issues/2482",
    "https://github.com/Cimpress-MCP/serilog-sinks-awscloudwatch/issues/110",
    "https://github.com/Particular/ServiceControl/issues/4308",
    "https://github.com/aws/aws-dotnet-extensions-configuration/issues/61",
    "https://github.com/aws/aws-sdk-java-v2/issues/1915",
    "https://github.com/aws/aws-sdk-java-v2/issues/6638",
  ],
  explain(symptom): Explanation | null {
    const failure = isNodeRoleRefused(symptom) ? webIdentityFailure(symptom.events) : null;
    if (failure?.code !== CODE) return null;
    return {
      because: `the SDK wanted to exchange the token and has no client for STS (${failure.reason}); it kept that to itself, and the call went out under the node's role`,
      fix: FIX,
      edits: EDITS,
    };
  },
  explainOwnError({ told }): Explanation | null {
    if (told.code !== CODE) return null;
    return {
      because: "the SDK chose web identity, and then could not load the client for STS, which is a module of its own that the app does not ship",
      fix: FIX,
      edits: EDITS,
    };
  },
};
