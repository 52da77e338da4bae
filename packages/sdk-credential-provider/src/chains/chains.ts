import { awsCliV1 } from "./aws-cli-v1.js";
import { awsCliV2 } from "./aws-cli-v2.js";
import { botocore } from "./botocore.js";
import type { SdkChain } from "./chain.js";
import { cpp } from "./cpp.js";
import { dotnetV3 } from "./dotnet-v3.js";
import { dotnetV4 } from "./dotnet-v4.js";
import { goV1 } from "./go-v1.js";
import { goV2 } from "./go-v2.js";
import { javaV1 } from "./java-v1.js";
import { javaV2 } from "./java-v2.js";
import { jsV2 } from "./js-v2.js";
import { jsV3 } from "./js-v3.js";
import { kotlin } from "./kotlin.js";
import { php } from "./php.js";
import { ruby } from "./ruby.js";
import { rust } from "./rust.js";
import type { SdkId } from "./sdk-id.js";

/** Every SDK's chain. */
export const CHAINS: Readonly<Record<SdkId, SdkChain>> = {
  "dotnet-v3": dotnetV3,
  "dotnet-v4": dotnetV4,
  botocore,
  "aws-cli-v2": awsCliV2,
  "aws-cli-v1": awsCliV1,
  "js-v3": jsV3,
  "js-v2": jsV2,
  "go-v2": goV2,
  "go-v1": goV1,
  "java-v2": javaV2,
  "java-v1": javaV1,
  rust,
  php,
  ruby,
  cpp,
  kotlin,
};
