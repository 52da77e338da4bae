/** Where the value of a condition key comes from in a request, or that nothing here gives it one. */
export type KeySource = "request" | "network" | "principal" | "session" | "resource" | "token" | "not simulated";

const from = (source: KeySource, ...lines: readonly string[]): readonly (readonly [key: string, source: KeySource])[] =>
  lines.flatMap((line) => line.split(" ")).map((key) => [key, source]);

/**
 * Keys that AWS has for all services; those that are not simulated are absent here.
 * Differs perhaps from AWS's own list, which it was written after from memory.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export const GLOBAL_KEYS: ReadonlyMap<string, KeySource> = new Map([
  ...from("request", "aws:CurrentTime aws:EpochTime aws:RequestedRegion aws:ViaAWSService aws:UserAgent aws:Referer"),
  ...from("request", "aws:RequestTag/<TagKey> aws:TagKeys"),
  ...from("network", "aws:SecureTransport aws:SourceIp aws:VpcSourceIp aws:SourceVpce aws:SourceVpc aws:SourceVpcArn"),
  ...from("network", "aws:VpceAccount aws:VpceOrgID aws:VpceOrgPaths"),
  ...from("principal", "aws:PrincipalArn aws:PrincipalAccount aws:PrincipalType aws:PrincipalOrgID aws:PrincipalOrgPaths aws:PrincipalTag/<TagKey>"),
  ...from("principal", "aws:PrincipalIsAWSService aws:userid aws:username"),
  ...from("session", "aws:TokenIssueTime aws:SourceIdentity aws:FederatedProvider"),
  ...from("resource", "aws:ResourceAccount aws:ResourceOrgID aws:ResourceOrgPaths aws:ResourceTag/<TagKey>"),
  ...from("not simulated", "aws:MultiFactorAuthAge aws:MultiFactorAuthPresent aws:AssumedRoot aws:ChatbotSourceArn aws:CalledVia aws:CalledViaFirst"),
  ...from("not simulated", "aws:CalledViaLast aws:PrincipalServiceName aws:PrincipalServiceNamesList aws:SourceArn aws:SourceAccount aws:SourceOrgID"),
  ...from("not simulated", "aws:SourceOrgPaths aws:Ec2InstanceSourceVpc aws:Ec2InstanceSourcePrivateIPv4 ec2:RoleDelivery ec2:SourceInstanceArn"),
  ...from("not simulated", "ecs:SourceTaskArn glue:RoleAssumedBy glue:CredentialIssuingService codebuild:BuildArn codebuild:ProjectArn"),
  ...from("not simulated", "lambda:SourceFunctionArn ssm:SourceInstanceArn identitystore:UserId"),
]);

/** Keys of single services; what is documented and not named here is not simulated. */
export const SERVICE_KEYS: ReadonlyMap<string, KeySource> = new Map([
  ...from("request", "s3:authType s3:signatureAge s3:signatureversion s3:x-amz-content-sha256 s3:prefix s3:delimiter s3:max-keys"),
  ...from("request", "s3:x-amz-acl s3:x-amz-grant-read s3:x-amz-grant-write s3:x-amz-grant-read-acp s3:x-amz-grant-write-acp s3:x-amz-grant-full-control"),
  ...from("request", "s3:x-amz-storage-class s3:x-amz-website-redirect-location s3:x-amz-copy-source s3:x-amz-metadata-directive s3:x-amz-object-ownership"),
  ...from("request", "s3:x-amz-server-side-encryption s3:x-amz-server-side-encryption-aws-kms-key-id s3:x-amz-server-side-encryption-customer-algorithm"),
  ...from("request", "s3:if-match s3:if-none-match s3:object-lock-mode s3:object-lock-retain-until-date s3:object-lock-legal-hold"),
  ...from("request", "s3:RequestObjectTag/<TagKey> s3:RequestObjectTagKeys"),
  ...from("network", "s3:TlsVersion"),
  ...from("resource", "s3:ResourceAccount s3:ExistingObjectTag/<TagKey>"),
  ...from("request", "sts:RoleSessionName sts:SourceIdentity sts:ExternalId sts:TransitiveTagKeys"),
  ...from("token", "sts:RoleAuthorizedByIdp"),
  ...from("request", "iam:PolicyARN iam:PermissionsBoundary"),
  ...from("resource", "iam:ResourceTag/<TagKey>"),
  ...from("request", "kms:ViaService kms:EncryptionContext:<EncryptionContextKey> kms:EncryptionContextKeys kms:EncryptionAlgorithm"),
  ...from("principal", "kms:CallerAccount"),
  ...from("resource", "kms:KeyOrigin kms:KeySpec kms:KeyUsage"),
]);

/** Claims of a web identity's token that are keys, behind the issuer and a colon. */
export const TOKEN_CLAIMS: readonly string[] = ["aud", "sub", "amr", "oaud", "email"];
