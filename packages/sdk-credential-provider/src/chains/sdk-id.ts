/** The SDKs whose chains are known, by the ids of the fact sheet. */
export const SDK_IDS = [
  "dotnet-v3",
  "dotnet-v4",
  "botocore",
  "aws-cli-v2",
  "aws-cli-v1",
  "js-v3",
  "js-v2",
  "go-v2",
  "go-v1",
  "java-v2",
  "java-v1",
  "rust",
  "php",
  "ruby",
  "cpp",
  "kotlin",
] as const;

/** Id of an SDK. */
export type SdkId = (typeof SDK_IDS)[number];
