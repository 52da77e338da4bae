/** Which SDK, or program with a client of its own, prints so: the words around a service's answer are the SDK's. */
const STYLES: readonly (readonly [sdk: string, form: RegExp])[] = [
  ["go-v2", /\boperation error [\w ]+: \w+,|failed to refresh cached credentials/],
  ["go-v1", /\bstatus code: \d{3}, request id:|caused by: RequestError|NoCredentialProviders|WebIdentityErr/],
  ["java-v2", /credentials from any of the providers in the chain|software\.amazon\.awssdk|\(Service: [\w ]+, Status Code: \d{3}/],
  ["java-v1", /AWS credentials from any provider in the chain|com\.amazonaws\.|\(Service: [\w ]+; Status Code: \d{3}/],
  ["js-v3", /@aws-sdk\/|@smithy\/|CredentialsProviderError|\$metadata|\$fault/],
  ["js-v2", /\/aws-sdk\/lib\/|Missing credentials in config|CredentialsError:/],
  ["python", /botocore|boto3|An error occurred \(\w+\) when calling the|Unable to locate credentials|site-packages/],
  ["dotnet", /Amazon\.\w+\.|AWSSDK\.|Error calling AssumeRole for role/],
  ["php", /Aws\\{1,2}\w+|GuzzleHttp|aws-sdk-php|\w+Exception \(client\):/],
  ["ruby", /Aws::\w*::?Errors?::|aws-sdk-core|aws-sigv4/],
  ["rust", /aws_config::|aws_smithy|ServiceError\(|CredentialsNotLoaded|DispatchFailure|dispatch failure/],
  ["fluent-bit", /\[aws_(credentials|client)\]|\[signv4\]/],
  ["kotlin", /aws\.sdk\.kotlin|aws\.smithy\.kotlin/],
  ["swift", /AWSClientRuntime|aws-sdk-swift/],
  ["cpp", /Aws::\w+|STSAssumeRoleWithWebIdentityCredentialsProvider|AWSErrorMarshaller/],
];

/** The family of SDKs whose words stand in a text, such as `go-v1`; `null` where none does, or several do. */
export function printedBy(text: string): string | null {
  const found = STYLES.filter(([, form]) => form.test(text)).map(([sdk]) => sdk);
  return found.length === 1 ? (found[0] ?? null) : null;
}
