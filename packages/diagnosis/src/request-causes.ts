import type { Cause } from "./cause.js";
import { bodyDiffers } from "./causes/body-differs.js";
import { cliCachedCredentials } from "./causes/cli-cached-credentials.js";
import { iamChangeRefused } from "./causes/iam-change-refused.js";
import { keyAndTokenMismatch } from "./causes/key-and-token-mismatch.js";
import { notSimulated } from "./causes/not-simulated.js";
import { s3RequestMistaken } from "./causes/s3-request-mistaken.js";
import { sessionExpired } from "./causes/session-expired.js";
import { signedOtherwise } from "./causes/signed-otherwise.js";
import { stsParametersMistaken } from "./causes/sts-parameters-mistaken.js";
import { uploadInPartsMistaken } from "./causes/upload-in-parts-mistaken.js";

/** What services refuse in a request itself: its signature, its credentials, what it says; not who may. */
export const REQUEST_CAUSES: readonly Cause[] = [
  bodyDiffers,
  cliCachedCredentials,
  iamChangeRefused,
  keyAndTokenMismatch,
  notSimulated,
  s3RequestMistaken,
  sessionExpired,
  signedOtherwise,
  stsParametersMistaken,
  uploadInPartsMistaken,
];
