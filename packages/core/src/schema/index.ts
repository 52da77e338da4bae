/** The vocabulary of schemas: zod's types with messages that say what would be right, and the fields that settings, actions and faults share. */
export { bucketName } from "./bucket-name.js";
export { formatDuration, parseDuration } from "./duration.js";
export {
  choice,
  flag,
  integer,
  list,
  looseObject,
  minorVersion,
  namedRecord,
  pattern,
  present,
  record,
  strictObject,
  text,
} from "./expected.js";
export { container, countingWindow, duration, namespace, period, pod } from "./fields.js";
export { hostAndPort } from "./host-and-port.js";
export { httpsUrl } from "./https-url.js";
export { orNull } from "./or-null.js";
export { regionName } from "./region-name.js";
export { toMillis } from "./to-millis.js";
