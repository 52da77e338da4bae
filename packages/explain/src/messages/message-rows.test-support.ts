/** The forms are those that people paste; names, times and ids are made up. */
export const ROWS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "sts-not-authorized": {
    "logfmt, with escapes": String.raw`time="2026-03-02T08:00:00Z" level=error msg="sync failed: WebIdentityErr: failed to retrieve credentials\ncaused by: AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity\n\tstatus code: 403, request id: 1b2c"`,
    "a line of JSON": String.raw`{"level":"error","ts":1772438400.12,"logger":"ctrl","error":"WebIdentityErr: failed to retrieve credentials\ncaused by: AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity\n\tstatus code: 403, request id: 1b2c"}`,
    klog: "E0302 08:00:00.123456       1 main.go:12] failed: WebIdentityErr: failed to retrieve credentials\ncaused by: AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity\n    status code: 403, request id: 1b2c",
    "kubectl describe":
      "  Warning  FailedSync  39s   ctrl  Failed to build due to WebIdentityErr: failed to retrieve credentials\ncaused by: AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity\n           status code: 403",
    "Hadoop's exception":
      "NoAuthWithAWSException: No AWS Credentials provided by WebIdentityTokenCredentialsProvider : com.amazonaws.services.securitytoken.model.AWSSecurityTokenServiceException: Not authorized to perform sts:AssumeRoleWithWebIdentity (Service: AWSSecurityTokenService; Status Code: 403; Error Code: AccessDenied)",
    "in the list of a Java chain":
      "Unable to load credentials from any of the providers in the chain AwsCredentialsProviderChain(...) : [EnvironmentVariableCredentialsProvider(): Unable to load credentials from system settings., WebIdentityTokenCredentialsProvider(): Not authorized to perform sts:AssumeRoleWithWebIdentity (Service: Sts, Status Code: 403)]",
    "an inner exception of .NET":
      "AmazonClientException: Error calling AssumeRole for role arn:aws:iam::111122223333:role/x ---> AmazonSecurityTokenServiceException: Not authorized to perform sts:AssumeRoleWithWebIdentity",
    "with Markdown in it":
      "WebIdentityErr: **failed to retrieve credentials\ncaused by: AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity** 403",
    "in colours": "\u001b[31mERROR\u001b[0m AccessDenied: Not authorized to perform \u001b[1msts:AssumeRoleWithWebIdentity\u001b[0m",
    "CloudTrail's record":
      '{"eventSource":"sts.amazonaws.com","eventName":"AssumeRoleWithWebIdentity","awsRegion":"eu-west-1","errorCode":"AccessDenied","errorMessage":"An unknown error occurred"}',
    "several at once":
      "getting subnets, operation error EC2: DescribeSubnets, get identity: get credentials: failed to refresh cached credentials, failed to retrieve credentials, operation error STS: AssumeRoleWithWebIdentity, https response error StatusCode: 403, api error AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity; getting groups, operation error EC2: DescribeSecur",
  },
  "sts-guardrail": {
    "with the policy's kind": "AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity with an explicit deny in a resource control policy",
  },
  "sts-no-provider": {
    masked: "InvalidIdentityToken: No OpenIDConnect provider found in your account for https://oidc.eks.eu-west-1.amazonaws.com/id/******",
    "in one's own words": "caused by Invalid Identity token: No OpenIDConnect provider found in account",
  },
  "sts-audience": { XML: "<Error>\n <Code>InvalidIdentityToken</Code>\n <Message>Incorrect token audience</Message>\n</Error>" },
  "sts-verification-key": {
    "in Terraform's box":
      "│ Error: WebIdentityErr: failed to retrieve credentials\n│ caused by: InvalidIdentityToken: Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity\n│ documentation for requirements",
    "by its code": "IDPCommunicationError: the identity provider did not answer",
  },
  "sts-thumbprint": {
    "the CLI's":
      "An error occurred (InvalidIdentityToken) when calling the AssumeRoleWithWebIdentity operation: OpenIDConnect provider's HTTPS certificate doesn't match configured thumbprint",
  },
  "sts-token-expired": { "with a blank lost": "Token expired: current date/time 1772438400 must be before the expiration date/time1772435000" },
  "sts-claim-missing": { "Ruby's class": "Aws::STS::Errors::InvalidIdentityToken (Missing a required claim: aud)" },
  "sts-no-jwt": { "as STS says it": "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)" },
  "sts-duration": { XML: "<Code>ValidationError</Code><Message>The requested DurationSeconds exceeds the MaxSessionDuration set for this role.</Message>" },
  "sts-duration-chained": { "as STS says it": "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining" },
  "sts-role-arn": { "over two lines": "An error occurred (ValidationError) when calling the AssumeRoleWithWebIdentity\noperation: Request ARN is invalid" },
  "sts-token-form": {
    "a library's": "STS::ValidationError (1 validation error detected: Value null at 'webIdentityToken' failed to satisfy constraint: Member must not be null)",
  },
  "sts-session-name": {
    "as STS says it": "Value 'my session!' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern",
  },
  throttled: {
    "Go's":
      "operation error STS: AssumeRoleWithWebIdentity, exceeded maximum number of attempts, 3, https response error StatusCode: 400, api error Throttling: Rate exceeded",
  },
  "pod-identity-no-association": { "the agent's": "(ResourceNotFoundException): No Pod Identity association found for service account x/y, fault: client" },
  "pod-identity-not-trusted": {
    "without its code": "failed to load credentials, Unauthorized Exception! EKS does not have permissions to assume the associated role., fault: client",
  },
  "pod-identity-token": {
    "botocore's":
      "Error when retrieving credentials from container-role: Error retrieving metadata: Received non 200 response 400 from container metadata: [1b2c]: (ExpiredTokenException): The token included in the request is expired: current date/time 2026-03-02T08:00:00Z must be before the expiration date/time 2026-03-01T08:00:00Z., fault: client",
  },
  "pod-identity-address": {
    "Rust's":
      "provider=EcsContainer error=invalid full URI for ECS provider (URI did not refer to the loopback interface): http://169.254.170.23/v1/credentials",
  },
  "pod-identity-agent": {
    "botocore's": 'Received error when attempting to retrieve container metadata: Connect timeout on endpoint URL: "http://169.254.170.23/v1/credentials"',
    "the agent's own": `{"level":"error","msg":"unable to fetch credentials from EKS Auth: operation error EKS Auth: AssumeRoleForPodIdentity, https response error StatusCode: 0, RequestID: , canceled, context canceled"}`,
  },
  "sts-module": {
    "in the list of a Java chain":
      "[EnvironmentVariableCredentialsProvider(): Unable to load credentials from system settings., WebIdentityTokenCredentialsProvider(): To use web identity tokens, the 'sts' service module must be on the class path.]",
    "the class": "java.lang.ClassNotFoundException: software.amazon.awssdk.services.sts.internal.StsWebIdentityCredentialsProviderFactory",
    "in a .NET log": String.raw`{"Level":"Error","Exception":"System.InvalidOperationException: Assembly AWSSDK.SecurityToken could not be found or loaded.\n ---> System.IO.FileNotFoundException"}`,
  },
  region: {
    "in a box, over two lines":
      "│ operation error STS: AssumeRoleWithWebIdentity, failed to resolve service endpoint, endpoint rule  │\n│ error, Invalid Configuration: Missing Region",
    "Go 1's": "MissingEndpoint: 'Endpoint' configuration is required for this service",
    "botocore's": "botocore.exceptions.NoRegionError: You must specify a region.",
    "Java's": "Unable to load region from any of the providers in the chain software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain@1",
    "in a host's name": 'Post "https://sts..amazonaws.com/": dial tcp: lookup sts..amazonaws.com: no such host',
    "nginx's": 'Could not assume role using web identity: "Missing required AWS_REGION env variable"',
  },
  "token-not-readable": {
    "over gRPC": String.raw`error="rpc error: code = Unknown desc = WebIdentityErr: failed fetching WebIdentity token: \ncaused by: WebIdentityErr: unable to read file at /var/run/secrets/eks.amazonaws.com/serviceaccount/token\ncaused by: open /var/run/secrets/eks.amazonaws.com/serviceaccount/token: permission denied"`,
    "in an escaped traceback": String.raw`with self._open(self._web_identity_token_path) as token_file:\nPermissionError: [Errno 13] Permission denied: '/var/run/secrets/eks.amazonaws.com/serviceaccount/token'\n`,
  },
  "token-not-there": {
    "Node's":
      "Error: ENOENT: no such file or directory, open '/var/run/secrets/eks.amazonaws.com/serviceaccount/token'\n    at Object.openSync (node:fs:601:3)",
  },
  "sts-name": {
    "without an address": 'caused by: Post "https://sts.eu-west-1.amazonaws.com/": dial tcp: i/o timeout',
    "with typographic quotes": "caused by: Post “https://sts.amazonaws.com/”: dial tcp: lookup sts.amazonaws.com on 10.100.0.10:53: no such host",
  },
  "sts-timeout": {
    "with an address": 'caused by: Post "https://sts.amazonaws.com/": dial tcp 203.0.113.7:443: i/o timeout',
    "with half of an address": 'caused by: Post "https://sts.amazonaws.com/": dial tcp 54.xxx.xxx..25:443: i/o timeout',
    "the CLI's": 'Connection was closed before we received a valid response from endpoint URL: "https://sts.amazonaws.com/".',
  },
  "sts-is-another": {
    "Go 1's": String.raw`err="WebIdentityErr: failed to retrieve credentials\ncaused by: SerializationError: failed to unmarshal error message\n\tstatus code: 404"`,
    "another service's":
      "WebIdentityErr: failed to retrieve credentials\ncaused by: InvalidAction: Could not find operation AssumeRoleWithWebIdentity for version 2011-06-15",
  },
  "gave-up-waiting": { "Go 2's": "operation error EC2: CreateVolume, get identity: get credentials: request canceled, context canceled" },
  "metadata-assumes": {
    "in Go 1's list":
      "NoCredentialProviders: no valid providers in chain\n\tcaused by: EC2MetadataError: failed to make EC2Metadata request\n\tAccessDenied: User: arn:aws:sts::x:assumed-role/a/b is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::x:role/a",
  },
  "token-path-empty": {
    "without a path": "connect failed: unable to read web identity token file in pod: open\n      : no such file or directory",
    "with a dot": "failed to retrieve jwt from provide source, unable to read file at ., read .: is a directory",
  },
  broker: { "its client's": "SASL_AUTHENTICATION_FAILED: SASL Authentication failed. [1b2c]: Access denied" },
  "security-token": { "S3's": "InvalidToken: The provided token is malformed or otherwise invalid." },
  "sts-certificate": {
    "Python's":
      "SSL validation failed for https://sts.eu-west-1.amazonaws.com/ [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self signed certificate in certificate chain",
  },
  "webhook-not-asked": {
    "the API server's log":
      'W0302 08:00:00.1 1 dispatcher.go:180] Failed calling webhook, failing open pod-identity-webhook.amazonaws.com: failed calling webhook "pod-identity-webhook.amazonaws.com": failed to call webhook: Post "https://pod-identity-webhook.default.svc:443/mutate?timeout=10s": tls: failed to verify certificate: x509: certificate signed by unknown authority',
    "EKS's own":
      'failed calling webhook "iam-for-pods.amazonaws.com": failed to call webhook: Post "https://127.0.0.1:23443/mutate?timeout=10s": context deadline exceeded',
  },
  "account-not-there": {
    "the kubelet's event":
      'Warning  FailedMount  8s (x5 over 16s)  kubelet  MountVolume.SetUp failed for volume "aws-iam-token" : failed to fetch token: serviceaccounts "web" not found',
    "a controller's event": 'Error creating: pods "web-6c5d8f9b7-" is forbidden: error looking up service account prod/web: serviceaccount "web" not found',
  },
  "token-request-off": {
    "broken by a terminal": `  Warning  FailedMount  4m36s (x45 over 79m)  kubelet, 192.0.2.7  MountVolume.SetUp failed for volume "token-vol" : f\nailed to fetch token: the server could not find the requested resource`,
  },
  "namespace-ends": {
    event: String.raw`message="MountVolume.SetUp failed for volume \"kube-api-access-x\" : failed to fetch token: serviceaccounts \"default\" is forbidden: unable to create new content in namespace a because it is being terminated"`,
  },
  "session-assumes": {
    "over lines of XML":
      "<Message>User:\n      arn:aws:sts::111122223333:assumed-role/writer/AAAA\n      is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role:writer</Message>",
    masked:
      "unable to assume role: AccessDenied: User: arn:aws:sts::111122223333:assumed-role/cert/171xxxx is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::9xxxxx:role/cert",
  },
  "node-denied": {
    masked: "AccessDenied: User: arn:aws:sts:XXXXassumed-role/eks-XXX-NodeInstanceRole-XXX/i-XXXX is not authorized to perform: route53:ListHostedZones",
    "with placeholders":
      "User: arn:aws:sts::<ACCOUNT>:assumed-role/<ROLE_NAME>/i-xxxx is not authorized to perform: logs:PutLogEvents on resource: arn:aws:logs:eu-west-1:<ACCOUNT>:log-group:x",
    "broken lines":
      "AccessDeniedException: User:\n arn:aws:sts::1111XXXX:assumed-role/dev-NodeInstanceRole-XXX/i-083XXXX\n is not authorized to perform: kms:DescribeKey on resource: \narn:aws:kms:eu-west-1:1111XXXX:key/1b2c",
    "OpenSearch's":
      '{"reason":"no permissions for [indices:data/write/bulk] and User [name=arn:aws:iam::111122223333:role/dev-nodegroup-NodeInstanceRole-1AB, backend_roles=[x]]"}',
  },
  "role-denied": {
    "in logfmt": String.raw`err="AccessDenied: User: arn:aws:sts::111122223333:assumed-role/loki/1620814861 is not authorized to perform: s3:PutObject on resource: \"arn:aws:s3:::chunks/1\" because no identity-based policy allows the s3:PutObject action"`,
  },
  "user-denied": {
    masked:
      "AccessDeniedException: User: arn:aws:iam::<account-id>:user/vault_<region> is not authorized to perform: kms:DescribeKey on resource: arn:aws:kms:x",
  },
  "somebody-denied": {
    "without a name":
      "AccessDenied: User: <arn> is not authorized to perform: autoscaling:DescribeTags because no identity-based policy allows the autoscaling:DescribeTags action.",
  },
  "denied-by-service-control": {
    "IAM's words":
      "User: arn:aws:sts::111122223333:assumed-role/a/b is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:x with an explicit deny in a service control policy",
  },
  "object-hidden": {
    "of an object":
      'An error occurred (AccessDenied) when calling the GetObject operation: User: arn:aws:sts::111122223333:assumed-role/a/b is not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::x" because no identity-based policy allows the s3:ListBucket action',
  },
  "ec2-denied": { encoded: "UnauthorizedOperation: You are not authorized to perform this operation. Encoded authorization failure message: VJZ3" },
  kms: { "Secrets Manager's": "AccessDeniedException: Access to KMS is not allowed" },
  "image-pull": {
    "the kubelet's":
      'Failed to pull image "111122223333.dkr.ecr.eu-west-1.amazonaws.com/app:1": denied: User: arn:aws:sts::111122223333:assumed-role/node/i-0a1b is not authorized to perform: ecr:BatchGetImage',
  },
  clock: { "of a signature": "Signature expired: 20260302T080000Z is now earlier than 20260302T080500Z (20260302T082000Z - 15 min.)" },
  "key-not-known": {
    "in logfmt": String.raw`error="rpc error: code = Unknown desc = InvalidAccessKeyId: The Access Key Id you provided does not exist in our records.\n\tstatus code: 403"`,
  },
  "credentials-expired": { "a service's": "ExpiredTokenException: The security token included in the request is expired    at deserialize (/app/x.js:1)" },
  "own-list": {
    "Hadoop's":
      "NoAuthWithAWSException: No AWS Credentials provided by TemporaryAWSCredentialsProvider SimpleAWSCredentialsProvider IAMInstanceCredentialsProvider : com.amazonaws.SdkClientException: Unable to load AWS credentials",
  },
  "no-credentials": {
    "Go 1's": "Error: NoCredentialProviders: no valid providers in chain. Deprecated.\n\tFor verbose messaging see aws.Config.CredentialsChainVerboseErrors",
    "Terraform's":
      "│ Error: No valid credential sources found\n│\n│ Error: failed to refresh cached credentials, no EC2 IMDS role found,\n│ operation error ec2imds: GetMetadata, request canceled, context deadline\n│ exceeded",
    "Node 2's, in JSON":
      '{"level":50,"type":"Error","code":"CredentialsError","originalError":{"message":"Could not load credentials from any providers"},"msg":"Missing credentials in config"}',
  },
  "variables-not-set": {
    "Java's": "IllegalStateException: Either the environment variable AWS_WEB_IDENTITY_TOKEN_FILE or the javaproperty aws.webIdentityTokenFile must be set.",
  },
  "metadata-credentials": {
    "PHP's": "Error retrieving credentials from the instance profile metadata service. (cURL error 28: Connection timed out after 1001 milliseconds)",
  },
  "metadata-region": {
    "Go's": String.raw`"failed to introspect region from EC2Metadata, specify --aws-region instead\ncaused by: Get \"http://169.254.169.254/latest/dynamic/instance-identity/document\": context deadline exceeded"`,
  },
  kube2iam: { "its answer": "pod with specificed IP not found" },
  "fluent-bit-hides": {
    "its log":
      "[2026/03/02 08:00:00] [error] [aws_credentials] STS assume role request failed\n[2026/03/02 08:00:00] [error] [signv4] Provider returned no credentials, service=es",
  },
  "dotnet-hides": { alone: "Error calling AssumeRole for role arn:aws:iam::111122223333:role/x" },
  "bare-denial": {
    "an object store's": 'level=warn msg="changing probe status" reason="bucket store initial sync: iter bucket: Access Denied"',
    "a database's": '<?xml version="1.0"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>: While executing S3.',
    "a queue's": "AmazonSQSException: Access to the resource https://sqs.eu-west-1.amazonaws.com/ is denied. (Service: AmazonSQS; Status Code: 403)",
    "cut off": "ClientError: An error occurred (AccessDenied) when calling the GetObject operation",
    "a status alone": "HTTPException: HTTP Error: HTTP GET error on '/?list-type=2&prefix=sample%2F' (HTTP 403)",
  },
  eksctl: { "its log": "[ℹ]  1 iamserviceaccount (prod/web) was excluded (based on the include/exclude rules)\n[ℹ]  no tasks" },
  "trust-policy-size": { "the console's": "Cannot exceed quota for ACLSizePerRole: 2048" },
  principal: { "IAM's": 'MalformedPolicyDocument: Invalid principal in policy: "FEDERATED":"arn:aws:iam::111122223333:oidc-provider/x"' },
};
