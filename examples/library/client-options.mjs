import { fromWebToken } from "@aws-sdk/credential-providers";

/** The options of a client in a pod: its requests go to the simulation, and its credentials come from the pod's token, which is read anew each time. */
export function clientOptionsOf(pod) {
  const { requestHandler, environment } = pod;
  const clientConfig = { region: environment.AWS_REGION, requestHandler };
  const credentials = () => fromWebToken({ roleArn: environment.AWS_ROLE_ARN, webIdentityToken: pod.readToken(), clientConfig })();
  return { ...clientConfig, credentials, maxAttempts: 1 };
}
