import type { Defect } from "../defect.js";
import { algHmac } from "./alg-hmac.js";
import { algNone } from "./alg-none.js";
import { cut } from "./cut.js";
import { expired } from "./expired.js";
import { future } from "./future.js";
import { issuerSlash } from "./issuer-slash.js";
import { legacy } from "./legacy.js";
import { noKid } from "./no-kid.js";
import { noSubject } from "./no-subject.js";
import { otherAudience } from "./other-audience.js";
import { tampered } from "./tampered.js";
import { twoAudiences } from "./two-audiences.js";
import { unknownKey } from "./unknown-key.js";
import { wrongKey } from "./wrong-key.js";

/** All of them, in the order in which STS would notice. */
export const DEFECTS: readonly Defect[] = [
  ...[cut, algNone, algHmac, legacy, noSubject, issuerSlash, otherAudience, twoAudiences],
  ...[unknownKey, noKid, wrongKey, tampered, expired, future],
];
